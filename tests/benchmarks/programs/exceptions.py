"""Exceptions: a try that costs nothing, one raised and caught near and far, finally, StopIteration."""


class Refused(Exception):
    pass


def refuse(n):
    if n % 3 == 0:
        raise Refused(n)
    return n


def deep(n, depth):
    if depth:
        return deep(n, depth - 1)
    return refuse(n)


def main():
    caught = done = 0
    for i in range(120_000):
        try:
            done += refuse(i)
        except Refused:
            caught += 1
        finally:
            done += 1
    for i in range(20_000):
        try:
            deep(i, 5)
        except (ValueError, Refused) as error:
            caught += error.args[0] & 1
    table = {}
    for i in range(50_000):
        try:
            table[i % 1000] += 1
        except KeyError:
            table[i % 1000] = 1
    return caught, done, len(table)
