# Deadlock: A and B wait for each other.
# A waits in line 11 for B to end.
# B waits in line 11 for A to end.
# A → B → A
import threading, time
go = threading.Event()


def work(number):
    go.wait()
    threads[1 - number].join()


threads = [threading.Thread(target=work, args=(n,), name="AB"[n]) for n in range(2)]
for thread in threads:
    thread.start()
go.set()
while True:
    time.sleep(0.05)
