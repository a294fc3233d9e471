import threading
import time

tickets = 1


def buy(name):
    global tickets
    if tickets > 0:
        time.sleep(0.1)  # paying takes a moment
        tickets = tickets - 1
        print(name, "has a ticket")
    else:
        print(name, "came too late")


ann = threading.Thread(target=buy, args=("Ann",))
bob = threading.Thread(target=buy, args=("Bob",))
ann.start()
bob.start()
ann.join()
bob.join()
print("tickets left:", tickets)
