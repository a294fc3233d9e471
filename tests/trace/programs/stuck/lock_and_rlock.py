# Deadlock: A and B wait for each other.
# A waits in line 13 for plain, which B holds since line 17.
# B waits in line 19 for again, which A holds since line 10.
import threading
plain, again = threading.Lock(), threading.RLock()
both = threading.Barrier(2)


def one():
    with again:
        with again:
            both.wait()
            plain.acquire()


def other():
    with plain:
        both.wait()
        with again:
            pass


a, b = threading.Thread(target=one, name="A"), threading.Thread(target=other, name="B")
a.start()
b.start()
a.join()
b.join()
