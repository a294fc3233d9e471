# Threads that sleep, wait for events and give up.
import threading
import time

event = threading.Event()


def sleep(number):
    while not event.wait(0.001 * number):
        time.sleep(0.0003 * number)


threads = [threading.Thread(target=sleep, args=(number,)) for number in range(12)]
for thread in threads:
    thread.start()
time.sleep(0.05)
event.set()
for thread in threads:
    thread.join()
time.sleep(0.01)
