import sys


def make(text):
    return ExceptionGroup(text, [ValueError(1), TypeError(2)])


for attempt in range(2):
    try:
        raise make("outer")
    except* ValueError as outer:
        try:
            raise make("inner")
        except* TypeError as inner:
            print(repr(inner), repr(sys.exc_info()[1]))
            for i in range(3):
                if i:
                    break
        except* Exception as inner:
            print(repr(inner), repr(inner.__context__))
        print(repr(sys.exc_info()[1]))
    except* Exception as outer:
        print("rest", repr(outer))
print(sys.exc_info()[1])
