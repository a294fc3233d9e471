from threading import Thread
import time

def work():
    print("daemon: started")
    try:
        time.sleep(10)
        print("daemon: finished")      # never reached
    finally:
        print("daemon: tidied up")     # nor is this

Thread(target=work, daemon=True).start()
time.sleep(0.5)
print("main: last line")
