# An interrupt of the main thread costs nobody else a place: who waits goes on waiting and is notified.
import _thread
import threading
import time

condition = threading.Condition()
event = threading.Event()
semaphore = threading.Semaphore(0)
lock = threading.Lock()
lock.acquire()
barrier = threading.Barrier(2)
waiting = []
done = []


def wait_for_condition():
    with condition:
        waiting.append(1)
        done.append(("condition", condition.wait(20)))


def wait_for_lock():
    done.append(("lock", lock.acquire(timeout=20)))


def wait_for_barrier():
    barrier.wait(20)
    done.append(("barrier", True))


threads = [
    threading.Thread(target=wait_for_condition),
    threading.Thread(target=lambda: done.append(("event", event.wait(20)))),
    threading.Thread(target=lambda: done.append(("semaphore", semaphore.acquire(timeout=20)))),
    threading.Thread(target=wait_for_lock),
    threading.Thread(target=wait_for_barrier),
]
for thread in threads:
    thread.start()
while True:  # once the lock is free again, who is in the list waits
    with condition:
        if waiting:
            break
    time.sleep(0.001)
for _ in range(3):
    try:
        threading.Timer(0.01, _thread.interrupt_main).start()
        for _ in range(2000):
            time.sleep(0.01)
    except KeyboardInterrupt:
        print("interrupted")
    time.sleep(0.02)

with condition:
    condition.notify()
event.set()
semaphore.release()
lock.release()
barrier.wait(20)
for thread in threads:
    thread.join()
print(sorted(done))
