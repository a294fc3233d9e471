"""A barrier's action is run once by one of the threads; if it fails the barrier is broken."""
import threading

runs = []
barrier = threading.Barrier(2, action=lambda: runs.append(len(runs)))
thread = threading.Thread(target=barrier.wait)
thread.start()
barrier.wait()
thread.join()
print(runs, barrier.broken)


def fail():
    raise ZeroDivisionError("action")


barrier = threading.Barrier(2, fail)
results = []


def meet():
    try:
        barrier.wait()
    except Exception as error:
        results.append((type(error).__name__, str(error)))


threads = [threading.Thread(target=meet) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results), barrier.broken, repr(barrier))
meet()
print(results[-1])
barrier.reset()
print(barrier.broken, repr(barrier))
