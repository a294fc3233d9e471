# Deadlock: A and B wait for each other.
# A waits in line 15 for plain, which B holds since line 19.
# B waits in line 21 for again, which A holds since line 12.
# A → plain → B → again → A
# MainThread → A
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
