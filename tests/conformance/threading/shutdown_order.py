"""The end of a program: its threads, then atexit, then daemons are gone."""
import atexit
import threading
import time

atexit.register(print, "atexit")
told = threading.Event()


def tell():
    print("threads are told first")
    told.set()


threading._register_atexit(tell)


def late():
    threading.main_thread().join()
    told.wait()  # without the GIL both go on at once
    print("main has ended:", not threading.main_thread().is_alive())
    threading.Thread(target=lambda: print("started late")).start()
    time.sleep(0.05)


def daemon():
    try:
        while True:
            time.sleep(0.001)
    finally:
        print("never")


threading.Thread(target=late).start()
threading.Thread(target=daemon, daemon=True).start()
threading.Thread(target=threading.Lock().acquire, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
threading.Thread(target=threading.Barrier(2).wait, daemon=True).start()
print("end of main")
