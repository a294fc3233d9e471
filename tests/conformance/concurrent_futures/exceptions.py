"""An exception in a call comes out of result(), the same object every time."""
from concurrent.futures import ThreadPoolExecutor


class Odd(BaseException):
    pass


def fail(error):
    raise error


with ThreadPoolExecutor(1) as executor:
    for error in (ValueError("bad"), KeyError("k"), Odd("base"), SystemExit(3), KeyboardInterrupt()):
        future = executor.submit(fail, error)
        print(future.exception() is error, future.done(), future.cancelled())
        for _ in range(2):
            try:
                future.result()
            except BaseException as caught:
                print(type(caught).__name__, caught, caught is error)
    print(executor.submit(len, "abc").exception())
    print(executor.submit(len, 3).exception())
