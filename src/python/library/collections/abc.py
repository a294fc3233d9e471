"""The module collections.abc: what containers and their like have in common."""
from _collections_abc import *
from _collections_abc import __all__
