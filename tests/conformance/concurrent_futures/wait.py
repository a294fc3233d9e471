"""wait() until all are done."""
from concurrent import futures
import threading

release = threading.Event()
with futures.ThreadPoolExecutor(3) as executor:
    fast = executor.submit(int, "1")
    slow = executor.submit(release.wait, 10)
    answer = futures.wait([fast, slow, fast], timeout=0.05)
    print(type(answer), answer._fields, answer.done == {fast}, answer.not_done == {slow})
    threading.Timer(0.02, release.set).start()
    done, not_done = futures.wait((future for future in (fast, slow)))
    print(done == {fast, slow}, not_done)
    print(futures.wait([]))
    print(futures.wait([futures.Future()], timeout=-1).done, len(slow._waiters))
for wrong in (3, [1], fast):
    try:
        futures.wait(wrong)
    except (TypeError, AttributeError) as error:
        print(error)
