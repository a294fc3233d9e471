from threading import Thread, current_thread

answers = []

def task():
    answers.append(current_thread().is_alive())

thread = Thread(target=task)
print("before start():", thread.is_alive())
thread.start()
thread.join()
print("while run() was at work:", answers[0])
print("after join():", thread.is_alive())
