"""Threads started and joined, one at a time and ten at once."""
# needs: threads

import threading


def main():
    done = []

    def work(n):
        done.append(n)

    for i in range(200):
        thread = threading.Thread(target=work, args=(i,))
        thread.start()
        thread.join()
    for i in range(20):
        threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return len(done)
