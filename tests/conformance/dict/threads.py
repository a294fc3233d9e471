"""Threads share a dict: distinct keys all arrive, setdefault answers one value to all."""
# compare: long
import threading

shared = {}
first = {}
THREADS, EACH = 4, 2000
seen = [[] for _ in range(THREADS)]


def work(number):
    for i in range(EACH):
        shared[number, i] = i
        shared[f'{number}-{i}'] = i
        if i % 2:
            del shared[number, i - 1]
        seen[number].append(first.setdefault(i % 50, number))
        for key in (i % 50, -1):
            first.get(key)


threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(shared) == THREADS * (EACH // 2 + EACH), len(first))
print(all(seen[n][i] == first[i % 50] for n in range(THREADS) for i in range(EACH)))
print(sorted(k for k in shared if type(k) is tuple)[:3], shared['3-1999'])
out = []


def drain():
    while shared:
        try:
            out.append(shared.popitem()[0])
        except KeyError:
            pass


threads = [threading.Thread(target=drain) for n in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(out) == len(set(out)) == THREADS * (EACH // 2 + EACH), shared)
