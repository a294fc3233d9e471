"""No more threads are inside than there are permits."""
import threading

semaphore = threading.Semaphore(3)
full = threading.Barrier(3)
guard = threading.Lock()
inside = most = 0


def work():
    global inside, most
    with semaphore:
        with guard:
            inside += 1
            most = max(most, inside)
        full.wait(10)
        with guard:
            inside -= 1


threads = [threading.Thread(target=work) for _ in range(9)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, inside, semaphore._value)
