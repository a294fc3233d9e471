"""Threads share a list: no item is lost, none is there twice."""
import threading

shared = []
THREADS, EACH = 4, 3000


def add(number):
    for i in range(EACH):
        shared.append(number * EACH + i)
        if i % 3 == 0:
            shared.extend([-1, -2])
            shared.pop()


threads = [threading.Thread(target=add, args=(n,)) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
numbers = [x for x in shared if x >= 0]
print(len(shared), len(numbers) + sum(1 for x in shared if x < 0) == len(shared))

work = list(range(THREADS * EACH))
taken = [[] for _ in range(THREADS)]


def take(mine):
    while True:
        try:
            mine.append(work.pop())
        except IndexError:
            return


threads = [threading.Thread(target=take, args=(mine,)) for mine in taken]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(x for mine in taken for x in mine) == list(range(THREADS * EACH)), work)
slots = [None] * 100


def write(number):
    for round in range(50):
        for i in range(number, 100, THREADS):
            slots[i] = (number, round)
        slots.reverse()
        slots.reverse()


threads = [threading.Thread(target=write, args=(n,)) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(slots), all(type(s) is tuple for s in slots if s))
