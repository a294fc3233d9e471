from threading import Thread

def task():
    print("the task runs")

thread = Thread(target=task)
thread.start()
thread.join()
try:
    thread.start()
except RuntimeError as error:
    print("RuntimeError:", error)

again = Thread(target=task)
again.start()
again.join()
