# StopIteration that leaves a generator's body becomes RuntimeError.
def generator():
    yield 1
    raise StopIteration("early")

iterator = generator()
print(next(iterator))
try:
    next(iterator)
except RuntimeError as error:
    print(error, repr(error.__cause__))
