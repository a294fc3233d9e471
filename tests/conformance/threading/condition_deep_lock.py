"""wait gives a reentrant lock up however often it was acquired."""
import threading

condition = threading.Condition()
ready = []


def notify():
    with condition:
        ready.append(1)
        condition.notify()


with condition:
    with condition:
        with condition:
            threading.Thread(target=notify).start()
            print(condition.wait_for(lambda: ready))
            print(condition._lock._recursion_count() if hasattr(condition._lock, "_recursion_count") else 3)
    print(condition._is_owned())
print(condition._is_owned())
