"""wait() until one is done."""
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
import threading

release = threading.Event()
with ThreadPoolExecutor(2) as executor:
    never, soon = Future(), executor.submit(release.wait, 10)
    threading.Timer(0.02, release.set).start()
    done, not_done = wait([never, soon], return_when=FIRST_COMPLETED)
    print(done == {soon}, not_done == {never})
    failed = executor.submit(int, "x")
    print(wait([never, failed], return_when=FIRST_COMPLETED).done == {failed})
    cancelled = Future()
    cancelled.cancel()
    print(wait([never, cancelled], timeout=0.01, return_when=FIRST_COMPLETED).done)
    cancelled.set_running_or_notify_cancel()
    print(wait([never, cancelled, soon], return_when=FIRST_COMPLETED).done == {cancelled, soon})
    print(wait([], return_when=FIRST_COMPLETED))
try:
    wait([never], return_when="SOMETIME")
except ValueError as error:
    print(error)
print(FIRST_COMPLETED)
