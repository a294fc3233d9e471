"""A token is handed round by three threads, each in one block; a fourth wants to see it everywhere."""
import threading

lock = threading.Lock()
x1, x2, x3 = 1, 2, 1
flag1 = flag2 = flag3 = False


def first():
    global x1, flag1
    with lock:
        x1 = (x3 + 1) % 4
        flag1 = True


def second():
    global x2, flag2
    with lock:
        x2 = x1
        flag2 = True


def third():
    global x3, flag3
    with lock:
        x3 = x2
        flag3 = True


def check():
    with lock:
        if flag1 and flag2 and flag3:
            assert x1 == x2 == x3


threads = [threading.Thread(target=target) for target in (first, second, third, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
