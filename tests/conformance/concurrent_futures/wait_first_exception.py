"""wait() until one fails, or all are done."""
from concurrent.futures import ALL_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
import threading

release = threading.Event()


def fail():
    release.wait(10)
    raise ValueError


with ThreadPoolExecutor(3) as executor:
    fine, never, failing = executor.submit(int), Future(), executor.submit(fail)
    threading.Timer(0.02, release.set).start()
    done, not_done = wait([fine, never, failing], return_when=FIRST_EXCEPTION)
    print(done == {fine, failing}, not_done == {never})
    print(wait([never, failing], return_when=FIRST_EXCEPTION).done == {failing})
    cancelled = Future()
    cancelled.cancel()
    cancelled.set_running_or_notify_cancel()
    print(wait([never, cancelled, fine], timeout=0.02, return_when=FIRST_EXCEPTION).not_done == {never})
    print(wait([cancelled, fine], return_when=FIRST_EXCEPTION).not_done)
print(FIRST_EXCEPTION, ALL_COMPLETED)
