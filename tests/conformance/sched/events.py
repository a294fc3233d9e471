"""What an event is."""
import sched

scheduler = sched.scheduler(lambda: 10, lambda delay: None)
first = scheduler.enterabs(1, 2, print, ("a",), {"end": ""})
second = scheduler.enter(1, 0, print)
print(first)
print(second)
print(first.time, first.priority, first.sequence, first.action, first.argument, first.kwargs, first._fields)
print(first < second, first == second, scheduler.queue == [first, second])
print(sched.__all__, type(first))
