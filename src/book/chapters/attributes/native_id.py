import threading

seen = []

def task():
    seen.append(threading.get_native_id())

thread = threading.Thread(target=task)
print("before start():", thread.native_id)
thread.start()
thread.join()
print("an integer:", isinstance(thread.native_id, int))
print("what the thread saw itself:", seen == [thread.native_id])
print("unlike the main thread's:", thread.native_id != threading.get_native_id())
