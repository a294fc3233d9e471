deep = []
for _ in range(3000):
    deep = [deep]
for function in (lambda: repr(deep), lambda: deep == [deep], lambda: isinstance(1, tuple(deep))):
    try:
        print(function())
    except (RecursionError, TypeError) as error:
        print(type(error).__name__)
loop = []
loop.append(loop)
table = {}
table["self"] = table
print(loop, table)
first, second = [], []
first.append(second)
second.append(first)
try:
    first == second
except RecursionError as error:
    print("RecursionError")
