"""Ten thousand threads, all started, then all joined."""
# needs: threads

import threading


def main():
    done = []
    threads = [threading.Thread(target=done.append, args=(n,)) for n in range(10_000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(done)
