from threading import Thread
import time

def task():
    time.sleep(0.2)

def describe(moment):
    print(f"{moment}: alive={thread.is_alive()}, has an ident={thread.ident is not None}")

thread = Thread(target=task)
describe("new")
thread.start()
describe("started")
thread.join()
describe("finished")
