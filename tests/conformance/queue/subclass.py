"""A queue with another container overrides _init, _qsize, _put and _get."""
import queue
import threading


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        print("init", maxsize)
        self.queue = {}

    def _put(self, item):
        self.queue[item] = True

    def _get(self):
        return self.queue.popitem()[0]


q = UniqueQueue(2)
for item in "aab":
    q.put(item)
print(q.qsize(), q.full(), q.unfinished_tasks)
print(q.get(), q.get(), q.empty())


class Doubling(queue.LifoQueue):
    def _put(self, item):
        super()._put(item)
        super()._put(item)


q = Doubling()
q.put(1)
print(q.qsize(), q.get(), q.get(), q.unfinished_tasks)


class Failing(queue.Queue):
    fails = False

    def _put(self, item):
        if self.fails:
            raise OSError("no put")
        super()._put(item)

    def _get(self):
        if self.fails:
            raise OSError("no get")
        return super()._get()


q = Failing(1)
q.fails = True
for action in (lambda: q.put(1), lambda: q.put(1, timeout=0.01)):
    try:
        action()
    except OSError as error:
        print(error, q.qsize(), q.unfinished_tasks, q.mutex.locked())
q.fails = False
q.put(1)
q.fails = True
try:
    q.get()
except OSError as error:
    print(error, q.qsize(), q.mutex.locked())
q.fails = False
getter = threading.Thread(target=lambda: print(q.get()))
getter.start()
getter.join()


class Counting(queue.Queue):
    def put(self, item, *args, **kwargs):
        print("put", item)
        super().put(item, *args, **kwargs)

    def get(self, *args, **kwargs):
        print("get")
        return super().get(*args, **kwargs)


q = Counting()
q.put_nowait(1)
print(q.get_nowait())
