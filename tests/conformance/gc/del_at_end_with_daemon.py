"""A daemon that is left keeps what it has, and the globals of the program it runs: nothing of this hears of the end."""
import threading


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work():
    local = Named("local")
    ready.set()
    threading.Event().wait()


ready = threading.Event()
threading.Thread(target=work, daemon=True).start()
ready.wait()
kept = Named("kept")
print("end")
