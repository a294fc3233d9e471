# Deadlock: A and B wait for each other.
# A waits in line 13 for B to end.
# B waits in line 13 for A to end.
# MainThread waits in line 21 for A to end.
# A → B → A
# MainThread → A
import threading
go = threading.Event()


def work(number):
    go.wait()
    threads[1 - number].join()


threads = [threading.Thread(target=work, args=(n,), name="AB"[n]) for n in range(2)]
for thread in threads:
    thread.start()
go.set()
for thread in threads:
    thread.join()
