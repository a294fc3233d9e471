class Color:
    RED = 1
    GREEN = 2

    class Deep:
        BLUE = 3


import math

for value in (1, 2, 3, math.inf, 4):
    match value:
        case Color.RED:
            print("red")
        case Color.GREEN:
            print("green")
        case Color.Deep.BLUE:
            print("blue")
        case math.inf:
            print("endless")
        case _:
            print("other")
