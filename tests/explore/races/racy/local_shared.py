"""An object that is kept in thread-local data, but is the same for both."""
import threading

local = threading.local()
shared = [0]


def work():
    local.box = shared
    local.box[0] += 1  # race


threads = [threading.Thread(target=target) for target in (work, work,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
