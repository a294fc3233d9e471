"""repr() of threads, before, while and after they run."""
import re
import threading


def look(thread):
    return re.sub(r"\d{6,}", "IDENT", repr(thread))


class Mine(threading.Thread):
    pass


event = threading.Event()
threads = [threading.Thread(target=event.wait, name="plain"), threading.Thread(target=event.wait, daemon=True, name="daemon"),
           Mine(target=event.wait, name="mine"), threading.Timer(0, event.wait)]
threads[3].name = "timer"
for thread in threads:
    print(look(thread))
    thread.start()
    print(look(thread))
event.set()
for thread in threads:
    thread.join()
    print(look(thread))
print(look(threading.main_thread()))


class NoInit(threading.Thread):
    def __init__(self):
        pass


try:
    repr(NoInit())
except AssertionError as error:
    print(error)
