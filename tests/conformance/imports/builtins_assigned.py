import builtins

original = builtins.print
builtins.print = lambda *values: original("patched:", *values)
print(1)
builtins.print = original
builtins.everywhere = "a name of every module"
print(everywhere)
del builtins.everywhere
try:
    everywhere
except NameError as error:
    print(error)
