"""join() waits as long as it is told, and returns None anyway."""
import threading

event = threading.Event()
thread = threading.Thread(target=event.wait)
try:
    thread.join()
except RuntimeError as error:
    print(error)
thread.start()
print(thread.join(0), thread.join(0.01), thread.join(timeout=-5), thread.is_alive())
event.set()
print(thread.join(5), thread.is_alive(), thread.join(), thread.join(0))
for bad in ("soon", [], 1e100):
    try:
        thread.join(bad)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
