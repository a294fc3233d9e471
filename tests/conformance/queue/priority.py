"""PriorityQueue gives the least first, by <."""
import queue

q = queue.PriorityQueue()
for item in [(2, "code"), (1, "eat"), (3, "sleep"), (1, "drink")]:
    q.put(item)
print([q.get() for _ in range(q.qsize())])


class Job:
    def __init__(self, priority):
        self.priority = priority

    def __lt__(self, other):
        return self.priority < other.priority


for priority in (5, 1, 4, 2, 3):
    q.put(Job(priority))
print([q.get().priority for _ in range(5)])

q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as error:
    print(error)
print(q.qsize(), q.unfinished_tasks)
