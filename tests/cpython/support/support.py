"""test.support, as far as CPython's tests of threads need it: written for this suite."""
import contextlib
import gc
import io
import sys
import time
import unittest

verbose = False
has_fork_support = False
has_subprocess_support = False
HAVE_ASAN_FORK_BUG = False
LOOPBACK_TIMEOUT = 5.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 120.0
environment_altered = False


def cpython_only(test):
    return test


def requires_fork():
    return unittest.skip("fork")


def requires_subprocess():
    return unittest.skip("subprocess")


def requires_resource(resource):
    return lambda test: test


def requires(*arguments, **keywords):
    pass


requires_working_socket = requires


def impl_detail(*arguments, **keywords):
    return lambda test: test


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Goes round until its user has what it waits for, or the time is over."""
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(f"timeout ({timeout:.1f} seconds)" + (f": {err_msg}" if err_msg else ""))


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.001, max_delay=0.2, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def gc_collect():
    gc.collect()


def reap_children():
    pass


def print_warning(message):
    sys.stdout.write(f"warning\t{message!r}\n")


def setswitchinterval(interval):
    sys.setswitchinterval(interval)


@contextlib.contextmanager
def swap_attr(object, name, value):
    before = getattr(object, name)
    setattr(object, name, value)
    try:
        yield before
    finally:
        setattr(object, name, before)


@contextlib.contextmanager
def captured_output(name):
    with swap_attr(sys, name, io.StringIO()):
        yield getattr(sys, name)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


class catch_unraisable_exception:
    """Keeps what sys.unraisablehook was told."""

    def __enter__(self):
        self.unraisable = None
        self._before = sys.unraisablehook
        sys.unraisablehook = self._keep
        return self

    def _keep(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exception):
        sys.unraisablehook = self._before
        del self.unraisable


class SuppressCrashReport(contextlib.nullcontext):
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest("C API: subinterpreters")


def check_disallow_instantiation(testcase, cls, *arguments, **keywords):
    with testcase.assertRaises(TypeError):
        cls(*arguments, **keywords)


def check__all__(testcase, module, name_of_module=None, extra=(), not_exported=()):
    names = name_of_module or module.__name__
    if isinstance(names, str):
        names = (names,)
    expected = set(extra)
    for name in dir(module):
        if name.startswith("_") or name in not_exported:
            continue
        if getattr(getattr(module, name), "__module__", None) in names:
            expected.add(name)
    testcase.assertCountEqual(set(module.__all__) | set(extra), expected)
