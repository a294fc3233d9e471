"""The features that `from __future__ import` knows: since when one may ask for each, and since when it is the rule.

The compiler knows them by itself; this is for programs that look.
"""

CO_NESTED = 0x10
CO_GENERATOR_ALLOWED = 0
CO_FUTURE_DIVISION = 0x20000
CO_FUTURE_ABSOLUTE_IMPORT = 0x40000
CO_FUTURE_WITH_STATEMENT = 0x80000
CO_FUTURE_PRINT_FUNCTION = 0x100000
CO_FUTURE_UNICODE_LITERALS = 0x200000
CO_FUTURE_BARRY_AS_BDFL = 0x400000
CO_FUTURE_GENERATOR_STOP = 0x800000
CO_FUTURE_ANNOTATIONS = 0x1000000


class _Feature:
    def __init__(self, optionalRelease, mandatoryRelease, compiler_flag):
        self.optional = optionalRelease
        self.mandatory = mandatoryRelease
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        """The release that first accepted it, like sys.version_info."""
        return self.optional

    def getMandatoryRelease(self):
        """The release in which it became the rule; None where that is open."""
        return self.mandatory

    def __repr__(self):
        return f"_Feature({self.optional!r}, {self.mandatory!r}, {self.compiler_flag!r})"


def _release(major, minor, level, serial=0):
    return major, minor, 0, level, serial


nested_scopes = _Feature(_release(2, 1, "beta", 1), _release(2, 2, "alpha"), CO_NESTED)
generators = _Feature(_release(2, 2, "alpha", 1), _release(2, 3, "final"), CO_GENERATOR_ALLOWED)
division = _Feature(_release(2, 2, "alpha", 2), _release(3, 0, "alpha"), CO_FUTURE_DIVISION)
absolute_import = _Feature(_release(2, 5, "alpha", 1), _release(3, 0, "alpha"), CO_FUTURE_ABSOLUTE_IMPORT)
with_statement = _Feature(_release(2, 5, "alpha", 1), _release(2, 6, "alpha"), CO_FUTURE_WITH_STATEMENT)
print_function = _Feature(_release(2, 6, "alpha", 2), _release(3, 0, "alpha"), CO_FUTURE_PRINT_FUNCTION)
unicode_literals = _Feature(_release(2, 6, "alpha", 2), _release(3, 0, "alpha"), CO_FUTURE_UNICODE_LITERALS)
barry_as_FLUFL = _Feature(_release(3, 1, "alpha", 2), _release(4, 0, "alpha"), CO_FUTURE_BARRY_AS_BDFL)
generator_stop = _Feature(_release(3, 5, "beta", 1), _release(3, 7, "alpha"), CO_FUTURE_GENERATOR_STOP)
annotations = _Feature(_release(3, 7, "beta", 1), None, CO_FUTURE_ANNOTATIONS)

all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                     "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"]
__all__ = ["all_feature_names"] + all_feature_names
