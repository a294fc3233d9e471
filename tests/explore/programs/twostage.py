"""What is written in two stages, each under a lock of its own, and read in between."""
import threading

data1_lock, data2_lock = threading.Lock(), threading.Lock()
data1 = data2 = 0


def write():
    global data1, data2
    with data1_lock:
        data1 = 1
    with data2_lock:
        data2 = data1 + 1


def read():
    with data1_lock:
        if data1 == 0:
            return
        t1 = data1
    with data2_lock:
        t2 = data2
    assert t2 == t1 + 1


threads = [threading.Thread(target=write), threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
