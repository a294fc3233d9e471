import threading
import time

def pause():
    time.sleep(0.3)

threads = [threading.Thread(target=pause) for _ in range(5)]
for thread in threads:
    thread.start()

idents = {thread.ident for thread in threads}
print("threads alive at once:", len(threads))
print("different idents:", len(idents))
