# Threads that meet at a barrier, which breaks now and then.
import threading

barrier = threading.Barrier(3, action=lambda: None)


def meet(number):
    for turn in range(10**9):
        try:
            barrier.wait(timeout=0.0005 if turn % 50 == number else None)
        except threading.BrokenBarrierError:
            if number == 0:
                barrier.reset()


for number in range(3):
    threading.Thread(target=meet, args=(number,), daemon=True).start()
threading.Event().wait()
