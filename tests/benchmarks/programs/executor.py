"""10 000 calls of a function that does nothing, by four workers of a ThreadPoolExecutor."""
# needs: threads

from concurrent.futures import ThreadPoolExecutor


def nothing(i):
    pass


def main():
    with ThreadPoolExecutor(4) as executor:
        return len(list(executor.map(nothing, range(10_000))))
