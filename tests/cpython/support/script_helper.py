"""test.support.script_helper: programs that a test wants to have run.

Nothing here starts a process. The suite runs a test that asks for a program once to hear of it, runs
the program, and then the test again, with what the program has printed in `results`.
"""
import sys
import unittest

results = {}  # source: (status, stdout, stderr), filled by the suite


class Unknown(unittest.SkipTest):
    """The program has not been run yet."""


def _result(arguments, environment):
    if len(arguments) != 2 or arguments[0] != "-c" or environment:
        raise unittest.SkipTest("subprocess: options of python")
    source = arguments[1]
    for module in ("ctypes", "_testcapi"):
        if f"import {module}" in source:
            raise unittest.SkipTest(f"C API: {module}")
    if source not in results:
        sys.__stdout__.write(f"program\t{source!r}\n")
        raise Unknown("a program that has not been run yet")
    return results[source]


def assert_python_ok(*arguments, **environment):
    status, out, err = _result(arguments, environment)
    if status != 0:
        raise AssertionError(f"the program ended with status {status}: {err.decode()}")
    return status, out, err


def assert_python_failure(*arguments, **environment):
    status, out, err = _result(arguments, environment)
    if status == 0:
        raise AssertionError("the program did not fail")
    return status, out, err
