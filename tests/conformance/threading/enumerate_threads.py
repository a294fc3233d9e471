"""enumerate() and active_count() tell who is alive, in the order of starting."""
import threading

event = threading.Event()
threads = [threading.Thread(target=event.wait, name=f"t{n}", daemon=n == 1) for n in range(3)]
print([thread.name for thread in threading.enumerate()], threading.active_count())
for thread in threads:
    thread.start()
print([thread.name for thread in threading.enumerate()], threading.active_count())
print(threading.enumerate()[0] is threading.main_thread(), threads[1] in threading.enumerate())
event.set()
for thread in threads:
    thread.join()
print([thread.name for thread in threading.enumerate()], threading.active_count())
