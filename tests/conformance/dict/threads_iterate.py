"""Iterating a dict that another thread changes: items, or RuntimeError, nothing else."""
import threading

shared = {i: i for i in range(100)}
stop = []
problems = []


def change():
    for i in range(2000):
        shared[i] = i
        shared.pop(i - 50, None)
    stop.append(True)


def read():
    while not stop:
        try:
            for k, v in shared.items():
                if k != v:
                    problems.append((k, v))
        except RuntimeError as error:
            if 'changed' not in str(error):
                problems.append(error)
        for k, v in list(shared.items()) + list(shared.copy().items()):
            if k != v:
                problems.append((k, v))


threads = [threading.Thread(target=change)] + [threading.Thread(target=read) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(problems)
