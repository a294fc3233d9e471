"""What cannot be copied."""
import copy
import threading
for value in (threading.Lock(), (x for x in 'ab'), iter([1]) if False else threading.Lock()):
    try:
        copy.copy(value)
    except TypeError as error:
        print(error)
try:
    copy.deepcopy([threading.Lock()])
except TypeError as error:
    print(error)
print(copy.Error.__mro__[1], copy.error is copy.Error)
