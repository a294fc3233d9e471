import threading
import time

fork = threading.Lock()
knife = threading.Lock()

def eat(name, first, second, patience):
    with first:
        time.sleep(0.2)                 # now each has one hand full
        if second.acquire(timeout=patience):
            print(name, "eats")
            second.release()
        else:
            print(name, "gives up and puts the first piece back")

ann = threading.Thread(target=eat, name="Ann", args=("Ann", fork, knife, 0.3))
bob = threading.Thread(target=eat, name="Bob", args=("Bob", knife, fork, 5))
ann.start()
bob.start()
ann.join()
bob.join()
