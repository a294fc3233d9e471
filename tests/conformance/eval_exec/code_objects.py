code = compile("1 + 2", "<calc>", "eval")
print(eval(code), type(code).__name__, code.co_filename, code.co_name)
code = compile("m = 5\nprint(m)", "<calc>", "exec")
exec(code)
print(m)
names = {}
exec(code, names)
print(names["m"])
local_names = {}
exec(code, {}, local_names)
print(local_names)
print(eval(code))
exec(compile("1 + 1\nNone\n'text'" if False else "1 + 1\n", "<prompt>", "single"))
exec(compile("x = 3", "<prompt>", "single"))


def function():
    print("called")
    return 5


print(eval(function.__code__))
