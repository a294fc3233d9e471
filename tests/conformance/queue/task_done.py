"""task_done() and unfinished_tasks."""
import queue

q = queue.Queue()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.put("a")
q.put("b")
print(q.unfinished_tasks)
q.get()
print(q.unfinished_tasks)
q.task_done()
print(q.unfinished_tasks)
q.task_done()
print(q.unfinished_tasks, q.qsize())
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
print(q.get())
