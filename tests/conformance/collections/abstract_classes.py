"""What the containers are as collections.abc sees them."""
import collections.abc as abc
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, deque, namedtuple
P = namedtuple('P', 'x')
for value in (deque(), ChainMap(), Counter(), OrderedDict(), UserDict(), UserList(), UserString(''), P(1), {}.keys()):
    print(type(value).__name__, [name for name in ('Sequence', 'MutableSequence', 'Mapping', 'MutableMapping', 'Reversible',
          'Sized', 'Set') if isinstance(value, getattr(abc, name))])
