"""What a test raises to say that it is skipped or expected to fail, and the decorators for it."""


class SkipTest(Exception):
    """Raised in a test to skip it."""


SkipTest.__module__ = "unittest.case"


def skip(reason):
    """Skips a test or a whole class."""

    def decorate(test_item):
        if isinstance(test_item, type):
            test_item.__unittest_skip__ = True
            test_item.__unittest_skip_why__ = reason
            return test_item

        def skipped(*args, **kwargs):
            raise SkipTest(reason)

        skipped.__name__ = test_item.__name__
        skipped.__qualname__ = test_item.__qualname__
        skipped.__doc__ = test_item.__doc__
        skipped.__module__ = test_item.__module__
        skipped.__unittest_skip__ = True
        skipped.__unittest_skip_why__ = reason
        return skipped

    if not isinstance(reason, str) and callable(reason):
        test_item, reason = reason, ""
        return decorate(test_item)
    return decorate


def _unchanged(test_item):
    return test_item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """Marks a test that is right when it fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item
