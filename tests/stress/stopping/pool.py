# An executor with work for longer than the run lasts.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    if number % 7 == 0:
        time.sleep(0.002)
    if number % 5 == 0:
        raise ValueError(number)
    return sum(range(number))


while True:
    with ThreadPoolExecutor(max_workers=4) as executor:
        for future in as_completed([executor.submit(work, number) for number in range(40)]):
            future.exception() or future.result()
