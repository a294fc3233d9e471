"""Two threads print under a lock: two outputs, and nothing wrong."""
import threading

lock = threading.Lock()


def say(word):
    with lock:
        print(word)


threads = [threading.Thread(target=say, args=(word,)) for word in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
