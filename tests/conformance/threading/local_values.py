"""threading.local: every thread has its own attributes."""
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


own = threading.local()
own.x = 1
own.name = "main"


def use():
    print(hasattr(own, "x"), own.__dict__)
    attempt(lambda: own.x)
    own.x = 2
    own.y = [3]
    print(own.__dict__, own.x)
    del own.y
    attempt(lambda: own.y)


thread = threading.Thread(target=use)
thread.start()
thread.join()
print(own.__dict__, own.x, vars(own) is own.__dict__)
attempt(lambda: delattr(own, "z"))
attempt(lambda: setattr(own, "__dict__", {}))
attempt(lambda: delattr(own, "__dict__"))
attempt(lambda: threading.local(1))
attempt(lambda: threading.local(a=1))
own.__dict__["q"] = 5
print(own.q, "q" in own.__dict__, getattr(own, "nothing", "default"))
print(threading.local, repr(own).partition(" at ")[0], sorted(set(dir(own)) - set(dir(type(own)))))
