# Standstill: MainThread can never go on.
# MainThread waits in line 8 for jobs, and nobody is left who could serve it.
# MainThread → jobs → nobody
import queue

jobs = queue.Queue(maxsize=2)
for number in range(3):
    jobs.put(number)
