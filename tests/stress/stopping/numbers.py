# Long work inside builtins: big numbers, sorting, regular expressions, joining.
import re
import threading


def power():
    while True:
        str(7**3000)


def sort():
    while True:
        sorted(str(number) for number in range(500))


def match():
    while True:
        re.match("(a*)*b", "a" * 18)


for function in (power, sort, match):
    threading.Thread(target=function).start()
