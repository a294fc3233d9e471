"""Threads put equal keys with an __eq__ in Python into one dict."""
import threading


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 8

    def __eq__(self, other):
        return self.n == other.n


d = {}
s = set()


def work():
    for i in range(60):
        d.setdefault(Key(i), i)
        s.add(Key(i))
        d[Key(i)] = i


threads = [threading.Thread(target=work) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(d), len(s), sorted(d.values()) == list(range(60)))
