def function(a, b=1, /, c=2, *rest, d, **more):
    """Its doc."""
    local = a
    return local

code = function.__code__
print(code.co_name, code.co_qualname, code.co_firstlineno)
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags & 12)
print(code.co_varnames, code is function.__code__, type(code).__name__)
print((lambda: 0).__code__.co_name, [c for c in [1]] and function.__code__.co_freevars)
