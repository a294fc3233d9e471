# Standstill: MainThread can never go on.
# MainThread waits in line 10 for jobs, and nobody is left who could serve it.
# MainThread → jobs → nobody
import queue

jobs = queue.Queue()
jobs.put(1)
jobs.get()

jobs.join()
