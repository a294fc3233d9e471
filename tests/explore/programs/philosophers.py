"""Philosophers who take the fork on their left, then the one on their right, eat, and put both back; or in order."""
import sys
import threading

n = int(sys.argv[1])
ordered = sys.argv[2:] == ["ordered"]
forks = [threading.Lock() for _ in range(n)]


def dine(me):
    first, second = me, (me + 1) % n
    if ordered:
        first, second = sorted((first, second))
    forks[first].acquire()
    forks[second].acquire()
    forks[first].release()
    forks[second].release()


threads = [threading.Thread(target=dine, args=(i,)) for i in range(n)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
