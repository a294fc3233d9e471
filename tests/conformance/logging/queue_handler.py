import logging
import sys
from logging.handlers import QueueHandler, QueueListener

class SimpleQueue:
    """As much of a queue as the handlers need."""

    def __init__(self):
        import threading
        self.items = []
        self.filled = threading.Lock()
        self.filled.acquire()

    def put_nowait(self, item):
        self.items.append(item)
        if self.filled.locked():
            self.filled.release()

    def get(self, block):
        while not self.items:
            self.filled.acquire()
        return self.items.pop(0)

queue = SimpleQueue()
logger = logging.getLogger("queued")
logger.propagate = False
handler = QueueHandler(queue)
handler.setFormatter(logging.Formatter("%(threadName)s: %(message)s"))
logger.addHandler(handler)
logger.warning("before %s", "start")
print(queue.items[0].msg, queue.items[0].args)
out = logging.StreamHandler(sys.stdout)
high = logging.StreamHandler(sys.stdout)
high.setLevel(logging.ERROR)
listener = QueueListener(queue, out, high, respect_handler_level=True)
listener.start()
logger.warning("while it listens")
logger.error("twice")
listener.stop()
print(len(queue.items))
