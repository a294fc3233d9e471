"""The module logging.handlers: handlers that pass records on, to a queue or later."""
import logging
import threading
from contextlib import contextmanager

DEFAULT_TCP_LOGGING_PORT = 9020


@contextmanager
def _held(handler):
    """The handler's lock, by the methods a subclass may override."""
    handler.acquire()
    try:
        yield
    finally:
        handler.release()


class BufferingHandler(logging.Handler):
    """Keeps records until there are `capacity` of them."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def close(self):
        try:
            self.flush()
        finally:
            super().close()

    def flush(self):
        with _held(self):
            self.buffer.clear()


class MemoryHandler(BufferingHandler):
    """Keeps records for another handler, until there are many or one of them is serious."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        with _held(self):
            self.target = target

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with _held(self):
                self.target = None
                super().close()

    def flush(self):
        with _held(self):
            if not self.target:
                return
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()


class QueueHandler(logging.Handler):
    """Puts records into a queue, so that the thread that logs does not wait for the output."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy whose text is made already, so that it does not matter where it goes."""
        text = self.format(record)
        record = logging.makeLogRecord(record.__dict__)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that takes records from a queue and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.respect_handler_level = respect_handler_level
        self.handlers = handlers
        self.queue = queue
        self._thread = None

    def start(self):
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        has_task_done = hasattr(self.queue, "task_done")
        while True:
            record = self.dequeue(True)
            if record is not self._sentinel:
                self.handle(record)
            if has_task_done:
                self.queue.task_done()
            if record is self._sentinel:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Ends the thread, when all that is in the queue has been handled."""
        if self._thread is not None:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


class BaseRotatingHandler(logging.FileHandler):
    """Not here: there are no files to write to."""


class RotatingFileHandler(BaseRotatingHandler):
    """Not here: there are no files to write to."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode)


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Not here: there are no files to write to."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False,
                 utc=False, atTime=None, errors=None):
        super().__init__(filename)


class WatchedFileHandler(logging.FileHandler):
    """Not here: there are no files to write to."""
