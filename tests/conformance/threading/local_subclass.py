"""A class derived from local: __init__ is called in every thread that uses the object, with its arguments."""
import threading


class Counter(threading.local):
    start = 10
    __slots__ = ("shared",)

    def __init__(self, first, /, *, step=1):
        print("init", first, step, threading.current_thread().name)
        self.value = first
        self.step = step

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, value):
        self.value = value // 2

    def advance(self):
        self.value += self.step
        return self.value


counter = Counter(5, step=2)
counter.shared = "everybody's"
print(counter.advance(), counter.double, counter.start, counter.__dict__)


def use():
    print(counter.advance(), counter.shared, counter.start)
    counter.double = 100
    counter.shared = "changed"
    counter.start = 11
    print(counter.value, counter.__dict__)


thread = threading.Thread(target=use, name="other")
thread.start()
thread.join()
print(counter.value, counter.shared, counter.start, counter.__dict__)


class Fails(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise ValueError("not here")
        self.here = True


fails = Fails()


def try_it():
    for _ in range(2):
        try:
            fails.here
        except ValueError as error:
            print(error)


thread = threading.Thread(target=try_it)
thread.start()
thread.join()
print(fails.here)


class Asks(threading.local):
    def __getattr__(self, name):
        return f"no {name}"


print(Asks().anything)
try:
    Counter()
except TypeError as error:
    print(error)
