import threading

seen = []

def task():
    seen.append(threading.get_ident())

thread = threading.Thread(target=task)
print("before start():", thread.ident)
thread.start()
thread.join()
print("an integer other than 0:", isinstance(thread.ident, int) and thread.ident != 0)
print("what the thread saw itself:", seen == [thread.ident])
print("unlike the main thread's:", thread.ident != threading.get_ident())
