import sys

for record in [sys.version_info, sys.flags, sys.float_info, sys.int_info, sys.hash_info]:
    print(type(record).__name__, type(record).__module__, isinstance(record, tuple))
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit)
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf)
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.flags.optimize)
try:
    sys.version_info.patch
except AttributeError as error:
    print(type(error).__name__)
