def f():
    number = 1
    return nunber

f()
