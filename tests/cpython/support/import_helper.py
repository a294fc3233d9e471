"""test.support.import_helper."""
import importlib
import unittest


def import_module(name, *arguments, **keywords):
    try:
        return importlib.import_module(name)
    except ImportError:
        raise unittest.SkipTest(f"C API: {name}") from None


def import_fresh_module(name, *arguments, **keywords):
    """Modules are imported once here, and have no second version without C."""
    return import_module(name)
