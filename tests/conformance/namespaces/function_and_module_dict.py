import math


def function():
    pass


function.note = "x"
function.__dict__["other"] = "y"
print(function.__dict__, function.other)
math.__dict__["tau2"] = math.tau * 2
print(math.tau2 == 2 * math.tau, vars(math) is math.__dict__, "pi" in vars(math))
