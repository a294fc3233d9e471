# Threads that wait for each other for ever; those that wait are stopped where they are.
import threading

left, right, ready = threading.Lock(), threading.Lock(), threading.Barrier(3)


def take(first, second):
    with first:
        ready.wait()
        with second:
            print("never")


threading.Thread(target=take, args=(left, right)).start()
threading.Thread(target=take, args=(right, left)).start()
ready.wait()
left.acquire()
