import threading

results = [None] * 4


def work(n):
    names = {"n": n}
    exec("def square():\n    return n * n\ntotal = sum(square() for _ in range(100))", names)
    results[n] = eval("total", names)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
