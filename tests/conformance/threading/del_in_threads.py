"""__del__ where there are threads: values of a thread that has ended, locks that are held, threads begun."""
import gc
import threading


class Named:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __del__(self):
        if self.action is not None:
            self.action()
        print("del", self.name)


def run(target):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()


print("-- threading.local")
here = threading.local()


def uses_local():
    here.connection = Named("connection")


run(uses_local)
gc.collect()

print("-- variables and arguments of a thread")


def has_variable():
    variable = Named("variable")


run(has_variable)
gc.collect()
thread = threading.Thread(target=len, args=([Named("argument")],))
thread.start()
thread.join()
gc.collect()

print("-- collected in another thread")


def drops():
    dropped = Named("dropped")
    dropped.me = dropped
    del dropped
    gc.collect()


run(drops)

print("-- one that starts a thread, and waits")


def begins():
    thread = threading.Thread(target=print, args=("in a thread",))
    thread.start()
    thread.join()


Named("beginner", begins)
gc.collect()

print("-- one that wants a lock which is held wherever the collector comes by itself")
lock = threading.Lock()
count = 0


def locks():
    global count
    with lock:
        count += 1


class Counted:
    def __del__(self):
        locks()


def makes_garbage():
    for i in range(150):
        Counted()
        with lock:
            for j in range(40):
                [i, j] * 200


run(makes_garbage)
gc.collect()
print(count)

print("-- once each, whoever collects")
said = []


class Once:
    def __init__(self, number):
        self.number = number
        self.me = self

    def __del__(self):
        said.append(self.number)


def makes_many(begin):
    for number in range(begin, begin + 200):
        Once(number)
        if number % 50 == 0:
            gc.collect()


threads = [threading.Thread(target=makes_many, args=(begin,)) for begin in range(0, 800, 200)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gc.collect()
print(sorted(said) == list(range(800)))
