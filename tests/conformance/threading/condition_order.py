"""notify(n) wakes those that have waited longest."""
import threading
import time

condition = threading.Condition()
order = []


def wait(n):
    with condition:
        condition.wait()
        order.append(n)


threads = []
for n in range(6):
    thread = threading.Thread(target=wait, args=(n,))
    thread.start()
    threads.append(thread)
    time.sleep(0.02)
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
