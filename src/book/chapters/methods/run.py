from threading import Thread, current_thread

def task():
    print("running in", current_thread().name)

first = Thread(target=task, name="helper")
first.run()                 # an ordinary call: no new thread

second = Thread(target=task, name="helper")
second.start()              # a new thread, which calls run()
second.join()
