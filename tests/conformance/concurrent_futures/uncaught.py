"""An exception of a call that is not caught where its result is asked for ends the program."""
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as executor:
    future = executor.submit(int, "x")
    print("before")
    future.result()
    print("never")
