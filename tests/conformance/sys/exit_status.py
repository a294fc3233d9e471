import sys
import threading

def worker():
    try:
        sys.exit("only the thread ends")
    except SystemExit as exit:
        print("in a thread:", exit.code)
        raise

thread = threading.Thread(target=worker)
thread.start()
thread.join()
for code in [None, 0, 3, "text", (1, 2), True]:
    try:
        sys.exit(code)
    except SystemExit as exit:
        print(repr(exit.code), exit.args)
try:
    raise SystemExit
except SystemExit as exit:
    print(exit.code)
sys.exit("a message for the error output")
