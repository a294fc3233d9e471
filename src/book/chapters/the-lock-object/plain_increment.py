import threading

counter = 0

def add_many(times):
    global counter
    for _ in range(times):
        counter += 1

threads = [threading.Thread(target=add_many, args=(250_000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected 1000000, got", counter)
