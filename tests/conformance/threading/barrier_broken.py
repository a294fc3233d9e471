"""A barrier breaks when somebody's time is over, or by abort(); reset() mends it."""
import threading
import time

barrier = threading.Barrier(2)
for action in (lambda: barrier.wait(0.02), lambda: barrier.wait(), lambda: barrier.wait(5)):
    try:
        print(action())
    except threading.BrokenBarrierError as error:
        print(type(error).__name__, error.args, isinstance(error, RuntimeError), barrier.broken)
barrier.reset()
print(barrier.broken, barrier.n_waiting)
results = []


def meet():
    try:
        results.append(barrier.wait())
    except threading.BrokenBarrierError:
        results.append("broken")


for stop in (barrier.abort, barrier.reset):
    thread = threading.Thread(target=meet)
    thread.start()
    while not barrier.n_waiting:
        time.sleep(0.001)
    print(repr(barrier))
    stop()
    thread.join()
    print(results, barrier.broken, repr(barrier))
    barrier.reset()
barrier = threading.Barrier(2, timeout=0.02)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("default timeout", barrier.broken)
print(threading.BrokenBarrierError.__module__, threading.BrokenBarrierError.__mro__[1].__name__)
