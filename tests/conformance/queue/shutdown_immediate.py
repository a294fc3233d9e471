"""shutdown(immediate=True) (3.13) drops what is there, and counts it as done."""
# compare: pyodide
import queue

q = queue.Queue()
for i in range(4):
    q.put(i)
print(q.get(), q.unfinished_tasks)
q.shutdown(immediate=True)
print(q.qsize(), q.unfinished_tasks, q.is_shutdown)
try:
    q.get()
except queue.ShutDown as error:
    print(type(error).__name__)
q.task_done()
print(q.unfinished_tasks)
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
q.shutdown(True)


class Logging(queue.Queue):
    def _get(self):
        print("get")
        return super()._get()


q = Logging()
q.put(1)
q.put(2)
q.shutdown(True)
