"""Each thread puts 4 numbers into a hash table of 128 places, each into the first free one from its own on."""
import sys
import threading

SIZE, MOST = 128, 4
table = {}


def put(me):
    for m in range(1, MOST + 1):
        w = m * 11 + me
        h = (w * 7) % SIZE
        while table.setdefault(h, w) != w:
            h = (h + 1) % SIZE


threads = [threading.Thread(target=put, args=(i,)) for i in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
