"""add_done_callback(): in their order, with the future; at once if it is done."""
from concurrent.futures import Future, ThreadPoolExecutor
import threading

log = []
future = Future()
for name in "abc":
    future.add_done_callback(lambda f, name=name: log.append((name, f is future, f.done(), threading.current_thread().name)))
future.set_running_or_notify_cancel()
print(log)
future.set_result(1)
print(log)
future.add_done_callback(lambda f: print("at once", f.result()))

cancelled = Future()
cancelled.add_done_callback(lambda f: print("cancelled", f.cancelled()))
cancelled.cancel()
cancelled.cancel()
cancelled.set_running_or_notify_cancel()

release = threading.Event()
with ThreadPoolExecutor(1, thread_name_prefix="pool") as executor:
    future = executor.submit(release.wait, 10)
    future.add_done_callback(lambda f: print(threading.current_thread().name, f.result()))
    release.set()
