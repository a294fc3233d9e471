"""Names, identities, daemon flags, who is alive."""
import threading


def task(out, n):
    out.append((threading.current_thread().name, n))


out = []
threads = [threading.Thread(target=task, args=(out, i)) for i in range(3)]
print([t.name for t in threads], [t.ident for t in threads], [t.is_alive() for t in threads])
for t in threads:
    t.start()
    t.join()
print(out, [t.is_alive() for t in threads], all(isinstance(t.ident, int) for t in threads))
print(threading.main_thread() is threading.current_thread(), threading.active_count(), threading.current_thread().name)
print(threading.Thread().name, threading.Thread(name="x").name, threading.Thread(target=len).name, threading.Thread(daemon=True).daemon)


class My(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"my-{n}")
        self.n = n

    def run(self):
        self.result = self.n * 2


mine = [My(i) for i in range(3)]
for t in mine:
    t.start()
for t in mine:
    t.join()
print([t.result for t in mine], [t.name for t in mine])
t = My(1)
t.run()
print(t.result, t.is_alive(), t.ident)
