"""Sorting, slicing and iterating lists that other threads change never breaks anything."""
import threading

shared = list(range(200))
stop = []
problems = []


def change():
    for i in range(300):
        shared.append(i)
        shared.insert(0, -i)
        del shared[3:5]
        shared[1:2] = [7, 8]
        if len(shared) > 400:
            del shared[100:]
    stop.append(True)


def read():
    while not stop:
        for x in shared:
            if type(x) is not int:
                problems.append(x)
        problems.extend(x for x in shared[::2] + shared[5:50] if type(x) is not int)
        sorted(shared)
        list(reversed(shared))
        str(shared)
        shared == list(shared)
        5 in shared, shared.count(7), max(shared), sum(shared), tuple(shared), set(shared)
        for a, b in zip(shared, enumerate(shared)):
            pass


threads = [threading.Thread(target=change)] + [threading.Thread(target=read) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(problems, type(shared) is list, all(type(x) is int for x in shared))
