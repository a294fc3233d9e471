from threading import Thread, current_thread

try:
    Thread().join()
except RuntimeError as error:
    print("RuntimeError:", error)

try:
    current_thread().join()
except RuntimeError as error:
    print("RuntimeError:", error)
