"""A deposit, a withdrawal, and a check that comes too early."""
import threading

lock = threading.Lock()
x, y, z = 1, 2, 4
balance = x
deposit_done = withdraw_done = False


def deposit():
    global balance, deposit_done
    with lock:
        balance += y
        deposit_done = True


def withdraw():
    global balance, withdraw_done
    with lock:
        balance -= z
        withdraw_done = True


def check():
    with lock:
        if deposit_done and withdraw_done:
            assert balance == x - y - z


threads = [threading.Thread(target=target) for target in (check, deposit, withdraw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
