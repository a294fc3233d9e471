"""Two threads that compute: does the first end before the second has begun to?"""
from threading import Thread

log = []


def work(name):
    for i in range(400_000):
        if i % 50_000 == 0:
            log.append(name)


threads = [Thread(target=work, args=(name,)) for name in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
text = "".join(log)
switches = sum(x != y for x, y in zip(text, text[1:]))
print("one after the other" if switches == 1 else "in turns")
