# The main thread does not want to end: it takes its interrupts and goes on.
import threading
import time


def work():
    while threading.main_thread().is_alive():
        time.sleep(0.001)


threading.Thread(target=work).start()
for _ in range(20):
    try:
        threading.Thread(target=time.sleep, args=(0.005,)).start()
        while True:
            time.sleep(0.01)
    except KeyboardInterrupt:
        try:
            time.sleep(0.005)
        except KeyboardInterrupt:
            pass
