"""Each thread holds a lock, but not the same: the item is one."""
import threading

balance = {"a": 10, "b": 20}
fork, knife = threading.Lock(), threading.Lock()


def change(lock):
    with lock:
        balance["a"] += 1


threads = [threading.Thread(target=change, args=(lock,)) for lock in (fork, knife)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
