"""What the starter sees of a thread that sets a flag: has it, right after start()?"""
from threading import Thread

seen = []
for _ in range(5):
    flag = []
    t = Thread(target=flag.append, args=(1,))
    t.start()
    seen.append(len(flag))
    t.join()
print(*seen)
