# Standstill: MainThread can never go on.
# MainThread waits in line 6 for places, which nobody is left to release.
import threading
places = threading.Semaphore(2)
for _ in range(3):
    places.acquire()
