calls = []


def check(value):
    calls.append(value)
    return value > 2


def kind(value):
    match value:
        case x if check(x):
            return f"big {x}"
        case [x, y] if (total := x + y) > 5:
            return f"sum {total}"
        case x if x == 1:
            return "one"
    return "none"


print(kind(3), kind(1), kind(0), calls)
calls = [0]
check = lambda value: False
print(kind([3, 4]), kind([1, 1]))
