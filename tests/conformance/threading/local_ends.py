"""A thread's local values end with it; the object's with the object."""
import gc
import threading
import weakref


class Value:
    pass


own = threading.local()
references = []


def use():
    own.value = Value()
    own.value.itself = own.value
    references.append(weakref.ref(own.value))


for _ in range(5):
    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
del thread
gc.collect()
print([reference() for reference in references])
use()
gc.collect()
print(references[-1]() is own.value)
own.cycle = own
del own
gc.collect()
print(references[-1]())
