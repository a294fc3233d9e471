error = Exception("a", 1, None)
print(error.args, str(error), repr(error))
error.args = ["x"]
print(error.args, str(error), repr(error))
error.args = "yz"
print(error.args)
try:
    error.args = 3
except TypeError as wrong:
    print(wrong)
try:
    del error.args
except TypeError as wrong:
    print(wrong)
