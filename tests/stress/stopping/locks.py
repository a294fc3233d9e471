# Threads that hand a lock around, some of them with time limits.
import threading

lock = threading.Lock()
again = threading.RLock()
shared = 0


def work(number):
    global shared
    while True:
        with lock:
            shared += 1
            with again:
                with again:
                    shared -= 1
        if lock.acquire(timeout=0.001 * number):
            try:
                [] + [shared] * number
            finally:
                lock.release()


for number in range(4):
    threading.Thread(target=work, args=(number,), daemon=number % 2 == 0).start()
