import threading
import time

counter = 0
lock = threading.Lock()

def add_one():
    global counter
    lock.acquire()              # waits while another thread holds it
    try:
        seen = counter
        time.sleep(0.1)
        counter = seen + 1
    finally:
        lock.release()          # lets the next one in

threads = [threading.Thread(target=add_one) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected 5, got", counter)
