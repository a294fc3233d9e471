"""Two threads that hand each other the turn: by two Locks, a Condition, two Queues.

Prints the seconds that one hand-over takes with each, the best of some tries. What the same takes without
Python, bare.cpp tells.
"""
from queue import Queue
from threading import Condition, Lock, Thread
from time import perf_counter

ROUNDS = 2000
TRIES = 5


def by_locks():
    ours, theirs = Lock(), Lock()
    ours.acquire()
    theirs.acquire()

    def answer():
        for _ in range(ROUNDS):
            theirs.acquire()
            ours.release()

    def ask():
        for _ in range(ROUNDS):
            theirs.release()
            ours.acquire()

    return ask, answer


def by_condition():
    changed = Condition()
    turn = 0

    def take_turns(mine):
        nonlocal turn
        for _ in range(ROUNDS):
            with changed:
                while turn != mine:
                    changed.wait()
                turn = 1 - mine
                changed.notify()

    return lambda: take_turns(0), lambda: take_turns(1)


def by_queues():
    questions, answers = Queue(), Queue()

    def answer():
        for _ in range(ROUNDS):
            answers.put(questions.get())

    def ask():
        for i in range(ROUNDS):
            questions.put(i)
            answers.get()

    return ask, answer


def seconds(pair):
    ask, answer = pair()
    other = Thread(target=answer)
    other.start()
    begin = perf_counter()
    ask()
    end = perf_counter()
    other.join()
    return (end - begin) / (2 * ROUNDS)


for name, pair in ("Lock", by_locks), ("Condition", by_condition), ("Queue", by_queues):
    print(name, min(seconds(pair) for _ in range(TRIES)))
