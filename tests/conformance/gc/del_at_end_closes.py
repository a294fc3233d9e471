"""Objects that stop their own threads when the program ends."""
import threading


class Pool:
    def __init__(self):
        self.stop = threading.Event()
        self.worker = threading.Thread(target=self.stop.wait, daemon=True)
        self.worker.start()

    def close(self):
        self.stop.set()
        self.worker.join()

    def __del__(self):
        self.close()
        print("closed", self.worker.is_alive())


class Resurrected:
    def __del__(self):
        global kept
        kept = self
        print("once")


pool = Pool()
again = Resurrected()
print("end")
