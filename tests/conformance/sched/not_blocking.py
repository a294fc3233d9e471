"""run(blocking=False) runs what is due and says how long it is until the next."""
import sched

clock = 0
scheduler = sched.scheduler(lambda: clock, lambda delay: print("delay", delay))
print(scheduler.run(False))
for time in (1, 2, 4):
    scheduler.enterabs(time, 1, print, (time,))
print(scheduler.run(blocking=False))
clock = 2.5
print(scheduler.run(blocking=False))
clock = 4
print(scheduler.run(blocking=False))
