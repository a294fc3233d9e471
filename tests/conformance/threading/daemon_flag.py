"""A thread is a daemon if its maker is, unless it is said."""
import threading

print(threading.main_thread().daemon, threading.Thread().daemon, threading.Thread(daemon=True).daemon)


def make():
    print(threading.current_thread().daemon, threading.Thread().daemon, threading.Thread(daemon=False).daemon)


for daemon in (False, True, None):
    thread = threading.Thread(target=make, daemon=daemon)
    thread.start()
    thread.join()
thread = threading.Thread(target=make)
thread.daemon = True
print(thread.daemon)
thread.start()
refusals = []
for change in (True, False):
    try:
        thread.daemon = change
    except RuntimeError as error:
        refusals.append(str(error))
thread.join()
print(refusals, thread.daemon)
