# What stderr ends with is the last warning.
x = 1
if x is None or x is True or x is ...:
    print("no warning")
if x is 2:
    pass
print(x is not "text")
