# Deadlock: Ann and Bob wait for each other.
# Ann waits in line 16 for knife, which Bob holds since line 14.
# Bob waits in line 16 for fork, which Ann holds since line 14.
# MainThread waits in line 25 for Ann to end.
# Ann → knife → Bob → fork → Ann
# MainThread → Ann
import threading
fork = threading.Lock()
knife = threading.Lock()
both = threading.Barrier(2)


def eat(first, second):
    with first:
        both.wait()
        with second:
            print("eats")


ann = threading.Thread(target=eat, args=(fork, knife), name="Ann")
bob = threading.Thread(target=eat, args=(knife, fork), name="Bob")
ann.start()
bob.start()

ann.join()
