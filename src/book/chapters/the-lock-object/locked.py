import threading

lock = threading.Lock()
print("new:", lock.locked())
with lock:
    print("inside with:", lock.locked())
print("after with:", lock.locked())
