globals_, locals_ = {"base": 5}, {}
exec("p = base\nprint(p)\ndel p\nq = 2\ndef f():\n    return base", globals_, locals_)
print(sorted(locals_), [name for name in globals_ if name != "__builtins__"])
print(locals_["f"]())
exec("global r\nr = 1", globals_, locals_)
print("r" in globals_, "r" in locals_)
try:
    exec("q = 1\ndef f():\n    return q\nf()", {}, {})
except NameError as error:
    print(error)
try:
    exec("class C:\n    r = q", {}, {"q": 1})
except NameError as error:
    print(error)
