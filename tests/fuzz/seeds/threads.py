import threading
lock = threading.Lock()
total = []
def work(n):
    for i in range(n):
        with lock:
            total.append(i)
threads = [threading.Thread(target=work, args=(9,)) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(len(total))
