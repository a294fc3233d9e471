assert (1 == 2, "always true")
assert ((1 == 1) and "fine")
print("run")
