# More waits than a story has room for: the oldest are told in totals.
import threading

turn, ready = [0], threading.Condition()


def play(me):
    for _ in range(25_000):
        with ready:
            while turn[0] != me: ready.wait()
            turn[0] = 1 - me
            ready.notify()


threads = [threading.Thread(target=play, args=(n,)) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()
