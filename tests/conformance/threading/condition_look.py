"""repr() of a Condition tells its lock and how many wait."""
import re
import threading


def look(condition):
    return re.sub(r"owner=[1-9]\d*", "owner=ME", repr(condition))


condition = threading.Condition()
print(look(condition), look(threading.Condition(threading.Lock())))
with condition as inside:
    print(look(condition), inside)
    threads = [threading.Thread(target=lambda: condition.acquire() and condition.wait() and condition.release()) for _ in range(3)]
    for thread in threads:
        thread.start()
    while ", 3)" not in repr(condition):
        condition.wait(0.01)
    print(repr(condition).rpartition(",")[2])
    condition.notify_all()
    print(repr(condition).rpartition(",")[2])
for thread in threads:
    thread.join()
