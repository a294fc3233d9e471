"""A module that the engine does not have: whatever a test wants of it skips the test."""
import unittest


class _Absent:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, attribute):
        return _Absent(f"{self.name}.{attribute}")

    def __call__(self, *arguments, **keywords):
        raise unittest.SkipTest(f"module {self.name.partition('.')[0]}")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _Absent(f"{__name__}.{name}")
