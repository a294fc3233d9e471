import threading

def greet():
    print("hello from", threading.current_thread().name)

thread = threading.Thread(target=greet)
thread.start()
thread.join()
print("back in", threading.current_thread().name)
