"""notify(n) wakes those that have waited longest."""
import threading
import time

condition = threading.Condition()
waiting = []
order = []


def wait(n):
    with condition:
        waiting.append(n)
        condition.wait()
        order.append(n)


threads = []
for n in range(6):
    thread = threading.Thread(target=wait, args=(n,))
    thread.start()
    threads.append(thread)
    while True:  # once the lock is free again, whoever is in the list waits
        with condition:
            if len(waiting) > n:
                break
        time.sleep(0.001)
for count in (1, 2):
    with condition:
        condition.notify(count)
    while len(order) < (1 if count == 1 else 3):
        time.sleep(0.005)
    print(sorted(order))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(order))
