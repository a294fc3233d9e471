import threading

lock = threading.Lock()
try:
    lock.release()
except RuntimeError as error:
    print("RuntimeError:", error)
