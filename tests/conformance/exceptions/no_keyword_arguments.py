class Mine(Exception):
    pass

for cls in (Exception, ValueError, Mine, KeyError, StopIteration):
    try:
        cls(key=1)
    except TypeError as error:
        print(error)
for cls in (ImportError, AttributeError, NameError):
    try:
        cls("text", key=1)
    except TypeError as error:
        print(error)
