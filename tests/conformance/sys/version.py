import sys
print(sys.version_info[:3], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info.minor)
print(sys.version_info)
print(sys.version.split()[0], sys.hexversion, sys.byteorder, sys.maxsize, sys.maxunicode)
