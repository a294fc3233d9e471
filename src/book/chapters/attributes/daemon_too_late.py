from threading import Thread
import time

def task():
    time.sleep(0.2)

thread = Thread(target=task)
thread.start()
try:
    thread.daemon = True
except RuntimeError as error:
    print("RuntimeError:", error)
print("daemon is still", thread.daemon)
