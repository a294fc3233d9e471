"""Two locks in two orders."""
import threading

fork, knife = threading.Lock(), threading.Lock()


def eat(first, second):
    with first:
        with second:
            pass


threads = [
    threading.Thread(target=eat, args=(fork, knife), name="Ann"),
    threading.Thread(target=eat, args=(knife, fork), name="Bob"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("ate")
