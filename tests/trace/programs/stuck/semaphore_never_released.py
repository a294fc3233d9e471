# Standstill: MainThread can never go on.
# MainThread waits in line 7 for places, which nobody is left to release.
# MainThread → places → nobody
import threading
places = threading.Semaphore(2)
for _ in range(3):
    places.acquire()
