"""map() takes all arguments and submits all calls at once, before anybody asks for a result."""
from concurrent.futures import ThreadPoolExecutor


def numbers():
    for i in range(3):
        print("gives", i)
        yield i


with ThreadPoolExecutor(1) as executor:
    results = executor.map(str, numbers())
    print("asked")
    print(list(results))
