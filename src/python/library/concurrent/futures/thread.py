"""ThreadPoolExecutor: threads that take calls out of a queue.

A worker is started when a call comes and none is idle, until there are enough. It ends when it finds
None in the queue and the pool is shut down, or gone, or the program ends; it puts the None back for the
next one.
"""
from _queue import Empty, SimpleQueue
from itertools import count
from threading import Lock, Semaphore, Thread, _register_atexit
from weakref import WeakKeyDictionary, ref

from concurrent.futures._base import BrokenExecutor, Executor, Future, log

_threads_queues = WeakKeyDictionary()  # of every worker, what it takes its calls from
_shutdown = False
_global_shutdown_lock = Lock()  # held while a worker is started, and while _shutdown is set


def _python_exit():
    """The main thread has ended: the workers do what has been submitted, and end too."""
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    workers = list(_threads_queues.items())
    for _, queue in workers:
        queue.put(None)
    for worker, _ in workers:
        worker.join()


_register_atexit(_python_exit)


class BrokenThreadPool(BrokenExecutor):
    """A worker's initializer has failed."""


class _WorkItem:
    """A call to be made, and the future of its result."""

    __slots__ = ("future", "fn", "args", "kwargs")

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn, self.args, self.kwargs = fn, args, kwargs

    def run(self):
        future = self.future
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)


def _worker(executor_reference, work_queue, initializer, initargs):
    """What a worker does. It does not keep its executor alive."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            log().critical("Exception in initializer:", exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        item = work_queue.get()
        if item is not None:
            item.run()
            del item  # so that it can be garbage while the next one is waited for
            if (executor := executor_reference()) is not None:
                executor._idle_semaphore.release()
                del executor
        elif _is_over(executor_reference()):
            work_queue.put(None)  # for the next worker
            return


def _is_over(executor):
    """Is there nothing more to come, by the executor's end, its shutdown, or the program's?"""
    if executor is None:
        return True
    if _shutdown:
        executor._shutdown = True
    return executor._shutdown


class ThreadPoolExecutor(Executor):
    """An executor whose calls are made by threads of a pool, at most max_workers."""

    _counter = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            from os import cpu_count

            # More than there are processors: calls often wait.
            max_workers = min(32, (cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = Semaphore(0)  # a permit for every worker that has done what it took
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown or _shutdown:
                what = "shutdown" if self._shutdown else "interpreter shutdown"
                raise RuntimeError(f"cannot schedule new futures after {what}")
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        """One worker more, unless one is idle or there are enough."""
        if self._idle_semaphore.acquire(blocking=False):
            return
        number = len(self._threads)
        if number >= self._max_workers:
            return
        queue = self._work_queue
        # When the executor is garbage its workers look up, and end.
        executor_reference = ref(self, lambda _: queue.put(None))
        worker = Thread(name=f"{self._thread_name_prefix or self}_{number}", target=_worker,
                        args=(executor_reference, queue, self._initializer, self._initargs))
        worker.start()
        self._threads.add(worker)
        _threads_queues[worker] = queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._take_all():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def _take_all(self):
        """The calls nobody has begun; nobody will."""
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return
            if item is not None:
                yield item

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_all():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for worker in self._threads:
                worker.join()
