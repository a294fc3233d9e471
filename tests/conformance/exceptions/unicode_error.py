try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
    print(error.encoding, error.object, error.start, error.end, error.reason)
try:
    b"ab\xff".decode("utf-8")
except UnicodeDecodeError as error:
    print(error)
    print(error.encoding, error.object, error.start, error.end, error.reason)
