from threading import Thread

def greet(name):
    print("Hello,", name)

wrong = Thread(target=greet, args=("Ada"))    # a string in parentheses
wrong.start()
wrong.join()

right = Thread(target=greet, args=("Ada",))   # a tuple with one item
right.start()
right.join()
