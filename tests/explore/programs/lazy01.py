"""One thread adds 1, one adds 2, and one says that 3 is too much."""
import threading

lock = threading.Lock()
data = 0


def add(number):
    global data
    with lock:
        data += number


def check():
    with lock:
        assert data < 3


threads = [threading.Thread(target=add, args=(1,)), threading.Thread(target=add, args=(2,)),
           threading.Thread(target=check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
