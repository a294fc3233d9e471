"""Each of two threads writes its variable and reads the other's."""
import threading

x = y = 0


def first():
    global x
    x = 1
    return y


def second():
    global y
    y = 1
    return x


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
