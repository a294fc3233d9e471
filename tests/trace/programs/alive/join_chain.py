import threading, time
first = threading.Thread(target=time.sleep, args=(0.4,))
second = threading.Thread(target=first.join)
third = threading.Thread(target=second.join)
for t in (first, second, third): t.start()
third.join()
