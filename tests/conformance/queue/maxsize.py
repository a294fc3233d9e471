"""maxsize: a limit; 0 and less are none. It may be changed."""
import queue

for size in (2, 0, -3):
    q = queue.Queue(size)
    for i in range(2):
        q.put(i)
    print(size, q.maxsize, q.full(), q.qsize())

q = queue.Queue(maxsize=3)
for i in range(3):
    q.put_nowait(i)
q.maxsize = 2
print(q.full())
q.get()
for limit in (2, 4):
    q.maxsize = limit
    try:
        q.put_nowait("x")
        print("put")
    except queue.Full:
        print("full")
try:
    queue.Queue("x").put(1)
except TypeError as error:
    print(error)
