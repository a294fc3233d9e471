import threading
import time

def pause():
    time.sleep(0.3)

for name in ["ada", "grace"]:
    threading.Thread(target=pause, name=name).start()

names = [thread.name for thread in threading.enumerate()]
print("threads alive:", threading.active_count())
print("their names:", sorted(names))
print("this code runs in:", threading.current_thread().name)
print("the program began in:", threading.main_thread().name)
print("one thread, one ident:", threading.get_ident() == threading.current_thread().ident)
