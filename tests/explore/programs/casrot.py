"""Thread i sets x to i if it is i - 1, in one step: what a builtin function does with builtin functions is one."""
import sys
import threading

x = [0]


def swap(i):
    try:
        any(map(x.__setitem__, map(x.index, [i - 1]), [i]))
    except ValueError:
        pass  # it is something else


threads = [threading.Thread(target=swap, args=(i,)) for i in range(1, int(sys.argv[1]) + 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
