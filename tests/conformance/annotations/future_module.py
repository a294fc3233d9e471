# The module __future__, and what its import binds.
"""Not a docstring: the comment is none, this one is."""
from __future__ import (
    nested_scopes, generators, division, absolute_import, with_statement, print_function,
    unicode_literals, generator_stop, annotations as text)

import __future__

for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature, feature.getOptionalRelease() == feature.optional, feature.getMandatoryRelease(), feature.compiler_flag)
print(__future__.__all__)
print([name for name in dir(__future__) if name.startswith("CO_")])
print(division is __future__.division, text is __future__.annotations, "annotations" in globals())
print(type(text), type(text).__name__)
print(__doc__)
