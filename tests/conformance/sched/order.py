"""Events are run in the order of time, then priority, then entering."""
import sched

clock = 0


def wait(delay):
    global clock
    print("wait", delay)
    clock += delay


scheduler = sched.scheduler(lambda: clock, wait)
print(scheduler.empty())
scheduler.enter(5, 1, print, ("fourth",))
scheduler.enter(2, 2, print, ("second",))
scheduler.enter(2, 1, print, ("first",), {"end": "!\n"})
scheduler.enter(2, 2, print, argument=("third",), kwargs={"sep": ""})
scheduler.enterabs(7, 0, print)
print(scheduler.empty(), len(scheduler.queue))
print(scheduler.run(), scheduler.empty(), clock)
