class E(Exception):
    pass


def show(function):
    try:
        function()
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


def from_class():
    raise E from KeyError


def from_none():
    raise E from None


def from_three():
    raise E from 3


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise E("x")


def from_handled():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise E("x") from error


def in_finally():
    try:
        1 / 0
    finally:
        raise E


def again():
    try:
        raise E
    except E as error:
        raise error


def circle():
    a, b = E(1), E(2)
    try:
        try:
            raise a
        except E:
            raise b
    except E:
        raise a


def nothing_to_reraise():
    raise


def not_an_exception():
    raise 3


def catch_a_number():
    try:
        raise E
    except 3:
        pass


for function in (from_class, from_none, from_three, in_handler, from_handled, in_finally, again, circle,
                 nothing_to_reraise, not_an_exception, catch_a_number):
    print(function.__name__, end=": ")
    show(function)
