"""Threads share a set."""
import threading

shared = set()
THREADS, EACH = 4, 3000


def work(number):
    for i in range(EACH):
        shared.add(number * EACH // 2 + i)
        shared.discard(-i)
        shared.add(-i)
        if i % 100 == 0:
            len(shared | {1}), shared & {1, 2}, shared - {5}, i in shared


threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(shared), min(shared), max(shared), sum(shared))
popped = []


def drain():
    while True:
        try:
            popped.append(shared.pop())
        except KeyError:
            return


threads = [threading.Thread(target=drain) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(popped), len(set(popped)))
