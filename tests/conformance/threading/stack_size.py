"""stack_size() answers what it was before."""
import threading

print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0x100000), threading.stack_size(), threading.stack_size())
for bad in (-1, 100, 4096, "x", 1.5, None):
    try:
        threading.stack_size(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
threading.stack_size(65536)
thread = threading.Thread(target=lambda: print("runs"))
thread.start()
thread.join()
