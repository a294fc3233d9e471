import threading
lock = threading.RLock()
with lock:
    with lock: print("fine")
