"""A condition's methods want its lock."""
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for condition in (threading.Condition(), threading.Condition(threading.Lock())):
    attempt(condition.wait)
    attempt(lambda: condition.wait(1))
    attempt(condition.notify)
    attempt(condition.notify_all)
    attempt(condition.release)
    attempt(lambda: condition.wait_for(lambda: False))
    attempt(lambda: condition.wait_for(lambda: "true at once"))
    with condition:
        attempt(lambda: condition.wait("x"))
        attempt(lambda: condition.notify("x"))
        attempt(lambda: condition.wait(1e100))
        attempt(lambda: condition.notify(0))
        attempt(lambda: condition.notify(-1))
        print(condition._is_owned())
    print(condition._is_owned())
attempt(lambda: threading.Condition(5))
condition = threading.Condition()
thread = threading.Thread(target=condition.acquire)
thread.start()
thread.join()
attempt(condition.notify)
attempt(condition.wait)
