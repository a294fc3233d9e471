# Standstill: MainThread and Waiter can never go on.
# MainThread waits in line 23 for Waiter to end.
# Waiter waits in line 15 for ready to be notified, and nobody is left who could do that.
# MainThread → Waiter
# Waiter → ready → nobody
import threading
ready = threading.Condition()
told = threading.Event()


def wait():
    told.wait()
    with ready:
        # It has been told already: nobody remembered.
        ready.wait()


thread = threading.Thread(target=wait, name="Waiter")
thread.start()
with ready:
    ready.notify()
told.set()
thread.join()
