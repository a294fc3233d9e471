"""test.support.threading_helper: do threads that a test has started end?"""
import _thread
import contextlib
import functools
import threading

from test import support

can_start_thread = True


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def threading_setup():
    return (_thread._count(),)


def threading_cleanup(count):
    for _ in support.sleeping_retry(1.0, error=False):
        if _thread._count() <= count:
            return
    support.print_warning(f"{_thread._count() - count} threads left: {threading.enumerate()}")


def reap_threads(function):
    @functools.wraps(function)
    def reaping(*arguments):
        before = threading_setup()
        try:
            return function(*arguments)
        finally:
            threading_cleanup(*before)

    return reaping


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    """Waits until the threads that were started in its block have ended."""
    before = _thread._count()
    try:
        yield
    finally:
        for _ in support.sleeping_retry(timeout or support.SHORT_TIMEOUT, "threads go on"):
            if _thread._count() <= before:
                break


def join_thread(thread, timeout=None):
    thread.join(timeout or support.SHORT_TIMEOUT)
    if thread.is_alive():
        raise AssertionError("the thread goes on")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            join_thread(thread)


class catch_threading_exception:
    """Keeps what threading.excepthook was told."""

    def __enter__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._before = threading.excepthook
        threading.excepthook = self._keep
        return self

    def _keep(self, told):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = told

    def __exit__(self, *exception):
        threading.excepthook = self._before
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread
