"""Condition: wait gives the lock up and has it again afterwards, whoever notifies."""
import threading

for lock in (threading.Lock(), threading.RLock(), None):
    condition = threading.Condition(lock)
    items = []

    def consume():
        with condition:
            while not items:
                print("waits", condition.wait())
            print("got", items.pop())

    condition.acquire()
    thread = threading.Thread(target=consume)
    thread.start()
    while not condition._is_owned() or "0)" in repr(condition)[-3:]:
        condition.wait(0.01)
    items.append(5)
    condition.notify()
    print("notified")
    condition.release()
    thread.join()
    with condition:
        print(condition.wait(0.01), condition.wait(0), condition.wait(-1))
