"""Heaps of objects with a __lt__ in Python."""
import heapq


class Task:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f'{self.name}:{self.priority}'


heap = []
for i, name in enumerate('fgabhced'):
    heapq.heappush(heap, Task((i * 5) % 7, name))
print(heap)
print(heapq.heappop(heap), heapq.heapreplace(heap, Task(3, 'new')), heapq.heappushpop(heap, Task(9, 'last')), heap)
heapq.heapify(heap)
print([heapq.heappop(heap).name for _ in range(len(heap))])
tasks = [Task(i % 3, str(i)) for i in range(9)]
print(heapq.nsmallest(4, tasks), heapq.nlargest(4, tasks))
print(list(heapq.merge([Task(1, 'a'), Task(4, 'b')], [Task(2, 'c'), Task(4, 'd')])))


class NoOrder:
    pass


try:
    heapq.heapify([NoOrder(), NoOrder()])
except TypeError as error:
    print(error)
