"""Each thread has its own."""
import threading

local = threading.local()


def work():
    local.x = 0
    local.x += 1


threads = [threading.Thread(target=target) for target in (work, work,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
