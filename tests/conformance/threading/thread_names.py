"""Default names count the threads; whatever is given becomes a str."""
import threading


def task():
    pass


class Callable:
    def __call__(self):
        pass


print(threading.Thread().name, threading.Thread(target=task).name, threading.Thread(target=Callable()).name)
print(repr(threading.Thread(name=5).name), threading.Thread(name="").name, threading.Thread(name=None).name)
thread = threading.Thread(target=task, name="first")
thread.name = 7
print(repr(thread.name))
thread.start()
thread.name = "later"
thread.join()
print(thread.name)
threading.current_thread().name = "the main one"
print(threading.main_thread().name, threading.Timer(1, task).name)
print(threading._newname("Worker-%d"))
