# Kinds of what the clocks answer; none goes back.
import time
for clock in (time.time, time.perf_counter, time.monotonic, time.process_time, time.thread_time):
    first, second = clock(), clock()
    print(type(first).__name__, first <= second)
for clock in (time.time_ns, time.perf_counter_ns, time.monotonic_ns, time.process_time_ns, time.thread_time_ns):
    first, second = clock(), clock()
    print(type(first).__name__, first <= second)
