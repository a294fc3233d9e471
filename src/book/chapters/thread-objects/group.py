from threading import Thread

def task():
    print("the task runs")

try:
    Thread(task)                # the first parameter is group, not target
except AssertionError as error:
    print("AssertionError:", error)

thread = Thread(group=None, target=task)
thread.start()
thread.join()
