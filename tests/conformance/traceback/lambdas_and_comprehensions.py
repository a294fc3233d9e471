import traceback
half = lambda x: x // 0

def squares():
    return [half(i) for i in range(3)]

def generated():
    return sum(half(i) for i in range(3))

for f in (squares, generated):
    try:
        f()
    except ZeroDivisionError:
        print(traceback.format_exc())
