"""Numbers of threads."""
import threading

main = threading.current_thread()
print(main is threading.main_thread(), main.ident == threading.get_ident(), main.native_id == threading.get_native_id())
found = []
thread = threading.Thread(target=lambda: found.extend([threading.get_ident(), threading.get_native_id(), threading.current_thread()]))
print(thread.ident, thread.native_id)
thread.start()
thread.join()
print(found == [thread.ident, thread.native_id, thread], thread.ident != main.ident, thread.native_id != main.native_id)
print(threading.TIMEOUT_MAX > 1e9, threading.ThreadError is RuntimeError, threading.main_thread().is_alive(), type(main).__name__)
