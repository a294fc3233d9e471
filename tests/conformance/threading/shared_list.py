"""Threads that share containers: nothing is lost."""
import threading

numbers = []
table = {}
lock = threading.Lock()
total = 0


def work(k):
    global total
    for i in range(2000):
        numbers.append(i)
        table[k, i] = i
        with lock:
            total += 1


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(numbers), sum(numbers), len(table), total)
