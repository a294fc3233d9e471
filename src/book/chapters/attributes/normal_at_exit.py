from threading import Thread
import time

def work():
    time.sleep(0.5)
    print("worker: finished")

Thread(target=work).start()
print("main: last line")
