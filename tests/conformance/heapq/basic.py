"""A heap in a list."""
import heapq

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

h = []
for n in (5, 3, 8, 1, 9, 2, 7):
    heapq.heappush(h, n)
    print(h)
print(heapq.heappop(h), h, heapq.heapreplace(h, 0), h, heapq.heappushpop(h, -1), heapq.heappushpop(h, 4), h)
print([heapq.heappop(h) for _ in range(len(h))])
data = [(i * 7919) % 101 for i in range(60)]
heapq.heapify(data)
print(data)
print([heapq.heappop(data) for _ in range(len(data))])
attempt(heapq.heappop, [])
attempt(heapq.heapreplace, [], 1)
print(heapq.heappushpop([], 5))
attempt(heapq.heappush, (1,), 2)
attempt(heapq.heapify, 'abc')
tasks = []
for task in ((2, 'write'), (1, 'read'), (3, 'close'), (1, 'open')):
    heapq.heappush(tasks, task)
while tasks:
    print(heapq.heappop(tasks))
mixed = [1]
attempt(heapq.heappush, mixed, 'a')
print(mixed)
