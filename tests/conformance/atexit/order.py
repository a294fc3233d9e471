import atexit
import threading
import time

def goodbye(name, *, sign="."):
    print("goodbye", name + sign, threading.current_thread().name)

atexit.register(goodbye, "first")
atexit.register(goodbye, "second", sign="!")

@atexit.register
def last_registered():
    print("called first", threading.active_count())

def never():
    print("never")

print(atexit.register(never) is never)
atexit.unregister(never)
try:
    atexit.register(5)
except TypeError as error:
    print(error)

def work():
    time.sleep(0.05)
    print("the thread ends before")

threading.Thread(target=work).start()
print("end of main")
