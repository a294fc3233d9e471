from threading import Thread
import time


def task(num):
    print(f"> Running thread {num}")
    time.sleep(1)


def with_threads():
    threads = [Thread(target=task, args=(index,)) for index in range(5)]

    for thread in threads:
        thread.start()

    for thread in threads:
        thread.join()


if __name__ == "__main__":
    start = time.perf_counter()
    print("> program start ")

    with_threads()

    end = time.perf_counter()
    print(f"> total execution time {end-start:.2}s")
