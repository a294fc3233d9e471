"""cancel() removes an event that is still to come."""
import sched

scheduler = sched.scheduler(lambda: 0, lambda delay: None)
events = [scheduler.enterabs(0, n, print, (n,)) for n in range(4)]
scheduler.cancel(events[1])
scheduler.cancel(events[0])
try:
    scheduler.cancel(events[0])
except ValueError as error:
    print(error)
scheduler.run()
try:
    scheduler.cancel(events[2])
except ValueError as error:
    print(type(error).__name__)
