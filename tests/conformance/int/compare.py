"""Ints, bools and floats compare by value, exactly."""

print(1 == 1.0, 1 == True, 0 == False, 2 == True, 1 < 1.5, 2 > 1.5, 1 <= True, -1 < False, 1 != 1.0)
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 2 ** 1000 < float("inf"), -(2 ** 2000) > float("-inf"))
nan = float("nan")
print(1 < nan, 1 > nan, 1 == nan, 1 != nan, nan == nan, nan != nan, 2 ** 100 < nan)
print(1 == "1", 1 != "1", None == 0, {1: "a", 1.0: "b", True: "c"}, hash(1) == hash(1.0) == hash(True), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(0.5), hash(float("inf")))
for op in ("<", "<=", ">", ">="):
    try:
        eval("1 " + op + " 'a'") if False else {"<": lambda: 1 < "a", "<=": lambda: 1 <= "a", ">": lambda: 1 > "a", ">=": lambda: 1 >= "a"}[op]()
    except TypeError as error:
        print(error)
