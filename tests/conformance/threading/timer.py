"""Timer: a function is called later, unless it is cancelled."""
import threading
import time

done = []
timer = threading.Timer(0.02, lambda *args, **kwargs: done.append((args, kwargs)), args=[1, 2], kwargs={"x": 3})
print(timer.interval, timer.args, timer.kwargs, timer.finished.is_set(), timer.daemon, timer.is_alive())
timer.start()
timer.join()
print(done, timer.finished.is_set(), timer.is_alive())
never = threading.Timer(30, done.append, ("never",))
never.start()
never.cancel()
never.join()
print(done, never.finished.is_set())
early = threading.Timer(0.01, done.append, ("early",))
early.cancel()
early.start()
early.join()
print(len(done))
plain = threading.Timer(0, print)
print(plain.args, plain.kwargs, plain.function is print, isinstance(plain, threading.Thread))


class Again(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args)
            if len(done) > 4:
                self.cancel()


again = Again(0.001, done.append, ["again"])
again.start()
again.join()
print(done[1:])
