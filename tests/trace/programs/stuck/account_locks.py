# Deadlock: T1 and T2 wait for each other.
# T1 waits in line 17 for b.lock, which T2 holds since line 15.
# T2 waits in line 17 for a.lock, which T1 holds since line 15.
# T1 → b.lock → T2 → a.lock → T1
# MainThread → T1
import threading


class Account:
    def __init__(self):
        self.lock = threading.Lock()


def move(source, target):
    with source.lock:
        both.wait()
        with target.lock:
            pass


a, b, both = Account(), Account(), threading.Barrier(2)
t1 = threading.Thread(target=move, args=(a, b), name="T1")
t2 = threading.Thread(target=move, args=(b, a), name="T2")
t1.start(); t2.start(); t1.join(); t2.join()
