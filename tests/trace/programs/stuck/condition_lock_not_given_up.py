# Deadlock: MainThread and Waiter wait for each other.
# Waiter waits in line 9 for the lock of full, which MainThread holds since line 14.
# MainThread waits in line 16 for Waiter to end.
import threading
full = threading.Condition()


def wait():
    with full:
        full.notify()


thread = threading.Thread(target=wait, name="Waiter")
with full:
    thread.start()
    thread.join()
