# The end of the program: functions called at exit, one of which starts waiting again.
import atexit
import threading
import time


def late():
    threading.Event().wait(0.005)


atexit.register(late)
atexit.register(time.sleep, 0.003)
for number in range(5):
    threading.Thread(target=time.sleep, args=(0.003 * number,)).start()
