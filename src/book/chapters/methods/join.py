from threading import Thread
import time

def cook():
    time.sleep(0.3)
    print("cook: the soup is ready")

def serve():
    cooking.join()              # another thread started the cook
    print("waiter: serving it")

cooking = Thread(target=cook)
serving = Thread(target=serve)
cooking.start()
serving.start()
serving.join()
print("guest: eating")
