"""What it prints depends on random numbers and on the order."""
import random
import threading

numbers = []
lock = threading.Lock()


def draw():
    with lock:
        numbers.append((threading.current_thread().name, random.randrange(1000)))


threads = [threading.Thread(target=draw) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(numbers)
