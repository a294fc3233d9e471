# What was handled is no context of what is raised later.
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError("later")

try:
    f()
except ValueError as error:
    print(error.__context__)
