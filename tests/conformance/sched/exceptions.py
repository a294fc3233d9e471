"""An exception in an action leaves run(); the rest is still there."""
import sched

scheduler = sched.scheduler(lambda: 0, lambda delay: None)
scheduler.enter(0, 1, print, ("one",))
scheduler.enter(0, 2, int, ("x",))
scheduler.enter(0, 3, print, ("three",))
try:
    scheduler.run()
except ValueError as error:
    print(error, len(scheduler.queue))
scheduler.run()
