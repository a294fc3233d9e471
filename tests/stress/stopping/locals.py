# Values of one's own in threads that share what lies beside them.
import threading


class Own(threading.local):
    def __init__(self):
        self.items = []


own, shared, gate = Own(), {}, threading.Semaphore(2)


def work(number):
    for turn in range(10**9):
        with gate:
            own.items.append(turn)
            shared[number, turn % 20] = own.items[-3:]
            shared.pop((number - 1, turn % 20), None)


for number in range(4):
    threading.Thread(target=work, args=(number,), daemon=number > 1).start()
