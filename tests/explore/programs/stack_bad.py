"""A stack that is popped from as soon as anything was ever pushed."""
import sys
import threading

n = int(sys.argv[1])
lock = threading.Lock()
stack = []
flag = False


def push():
    global flag
    for i in range(n):
        with lock:
            stack.append(i)
            flag = True


def pop():
    underflows = 0
    for _ in range(n):
        with lock:
            if flag and stack:
                stack.pop()
            elif flag:
                underflows += 1
    assert underflows == 0


threads = [threading.Thread(target=push), threading.Thread(target=pop)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
