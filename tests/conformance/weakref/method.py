"""WeakMethod: a bound method that does not keep its object."""
import gc
import weakref


class Listener:
    def hear(self, word):
        return f'heard {word}'


listener = Listener()
r = weakref.WeakMethod(listener.hear)
print(r()('this'), r() == listener.hear, r == weakref.WeakMethod(listener.hear))
del listener
gc.collect()
print(r())
try:
    weakref.WeakMethod(print)
except TypeError as error:
    print(type(error).__name__)
