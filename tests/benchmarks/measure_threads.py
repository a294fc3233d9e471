# Follows the text of each program in parallel/: the best of eight times of work() done twice by one thread, and of
# the same done by two threads at once. Both take turns, so that whatever else the machine does meets both.
from threading import Thread
from time import perf_counter


def work_twice():
    work()
    work()


def seconds(*targets):
    threads = [Thread(target=target) for target in targets]
    begin = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return perf_counter() - begin


times = [(seconds(work_twice), seconds(work, work)) for _ in range(8)]
print(min(one for one, two in times), min(two for one, two in times))
