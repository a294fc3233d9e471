# Deadlock: MainThread and Waiter wait for each other.
# Waiter waits in line 10 for the lock of full, which MainThread holds since line 15.
# MainThread waits in line 17 for Waiter to end.
# MainThread → Waiter → the lock of full → MainThread
import threading
full = threading.Condition()


def wait():
    with full:
        full.notify()


thread = threading.Thread(target=wait, name="Waiter")
with full:
    thread.start()
    thread.join()
