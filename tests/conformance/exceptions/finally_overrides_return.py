# `return` in finally replaces a return value and swallows an exception.
def value():
    try:
        return 1
    finally:
        return 2

def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"

print(value(), swallow())
