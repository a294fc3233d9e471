import time


def task(num):
    print(f"Running thread {num}")
    time.sleep(1)


def no_threads():
    for index in range(5):
        task(index)


if __name__ == "__main__":
    start = time.perf_counter()
    print("> program start ")

    no_threads()

    end = time.perf_counter()
    print(f"> total execution time {end-start:.2}s")
