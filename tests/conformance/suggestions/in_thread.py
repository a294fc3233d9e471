# In the report of a thread.
import sys
import threading


def report(arguments):
    threading.__excepthook__(arguments)


class Lines(list):
    def write(self, text):
        self.append(text)

    def flush(self):
        pass


lines = Lines()
sys.stderr = lines
thread = threading.Thread(target=lambda: threading.Lok(), name="T")
thread.start()
thread.join()
sys.stderr = sys.__stderr__
print("".join(lines).splitlines()[-1])
