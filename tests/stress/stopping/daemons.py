# The program ends by itself, its daemons wherever they are.
import threading
import time


def spin():
    while True:
        pass


def sleep():
    try:
        time.sleep(1000)
    finally:
        print("never")


def hold(lock):
    with lock:
        sleep()


lock = threading.Lock()
for target, args in ((spin, ()), (sleep, ()), (hold, (lock,)), (hold, (lock,)), (hold, (threading.RLock(),))):
    threading.Thread(target=target, args=args, daemon=True).start()
time.sleep(0.01)
