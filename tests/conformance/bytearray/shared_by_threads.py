import threading

data = bytearray()


def work(value):
    for _ in range(500):
        data.append(value)


threads = [threading.Thread(target=work, args=(value,)) for value in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(data), [data.count(bytes([value])) for value in range(4)])
