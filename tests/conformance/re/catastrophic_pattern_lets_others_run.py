"""re: a match that takes its time while other threads run."""
import re
import threading
import time


def hopeless():
    re.match("(a|a)*b", "a" * 21)


threading.Thread(target=hopeless, daemon=True).start()
for i in range(3):
    time.sleep(0.01)
    print("tick", i)
