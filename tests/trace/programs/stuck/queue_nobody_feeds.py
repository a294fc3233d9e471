# Standstill: MainThread and Worker can never go on.
# MainThread waits in line 17 for Worker to end.
# Worker waits in line 11 for jobs, and nobody is left who could serve it.
# MainThread → Worker
# Worker → jobs → nobody
import queue
import threading
jobs = queue.Queue()
def work():
    while True:
        print(jobs.get())


thread = threading.Thread(target=work, name="Worker")
thread.start()
jobs.put("one")
thread.join()
