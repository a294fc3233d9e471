"""Threads are waited for after an uncaught exception as well."""
import threading
import time


def work():
    time.sleep(0.05)
    print("work is done")


threading.Thread(target=work).start()
raise SystemExit(3)
