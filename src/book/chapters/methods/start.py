from threading import Thread
import time

def task():
    time.sleep(0.3)
    print("task: done")

thread = Thread(target=task)
thread.start()
print("main: start() has returned")
thread.join()
print("main: join() has returned")
