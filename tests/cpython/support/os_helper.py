"""test.support.os_helper: there are no files."""
import unittest


class _NoFile(str):
    def __fspath__(self):
        raise unittest.SkipTest("files")


TESTFN = _NoFile("@test")


def unlink(path):
    pass
