from threading import Thread
import time

thread = Thread(target=time.sleep, args=(0.6,))
thread.start()

thread.join(timeout=0.1)
print("after join(timeout=0.1), alive:", thread.is_alive())

thread.join()
print("after join(), alive:", thread.is_alive())
print("join() gives back:", thread.join())
