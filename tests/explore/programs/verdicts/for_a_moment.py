"""A flag is set for a moment; who polls it may miss that, and goes round for ever."""
import threading

flag = False


def blink():
    global flag
    flag = True
    flag = False


def watch():
    while not flag:
        pass


threads = [threading.Thread(target=blink), threading.Thread(target=watch, name="Eve")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
