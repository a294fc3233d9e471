# An exception passes through a generator; after it the generator is finished.
def numbers():
    try:
        yield 1
        yield 1 // 0
    finally:
        print("cleaned up")

iterator = numbers()
print(next(iterator))
try:
    next(iterator)
except ZeroDivisionError as error:
    print(error)
print(list(iterator))
