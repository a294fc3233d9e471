source = "depth += 1\nif depth < 50:\n    exec(source)"
depth = 0
exec(source)
print(depth)
endless = "exec(endless)"
try:
    exec(endless)
except RecursionError as error:
    print(type(error).__name__)
