from threading import Thread

def divide(a, b):
    print("worker: dividing", a, "by", b)
    print("worker: the result is", a / b)

thread = Thread(target=divide, args=(1, 0))
thread.start()
thread.join()
print("main: worker alive?", thread.is_alive())
print("main: and the program goes on")
