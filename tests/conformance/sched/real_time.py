"""With the default functions it really waits; actions may enter further events, other threads too."""
import sched
import threading
import time

scheduler = sched.scheduler()
start = time.monotonic()
log = []


def again(n):
    log.append(n)
    if n < 3:
        scheduler.enter(0.02, 1, again, (n + 1,))


scheduler.enter(0.2, 1, again, (1,))
other = threading.Thread(target=lambda: scheduler.enter(0.01, 1, log.append, ("other",)))
other.start()
other.join()
scheduler.run()
print(log, time.monotonic() - start >= 0.24)
scheduler = sched.scheduler(time.time, time.sleep)
scheduler.enter(0.01, 1, print, ("time.time",))
scheduler.run()
