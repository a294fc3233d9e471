import inspect

def function(a, b=2, *rest, c, **more):
    pass

found = inspect.signature(function)
bound = found.bind(1, c=3)
print(bound.arguments, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound.arguments, bound)
print(found.bind(1, 2, 3, 4, c=5, d=6).arguments, found.bind_partial().arguments)
for arguments, keywords in [((), {}), ((1,), {}), ((1,), {"a": 2, "c": 1})]:
    try:
        found.bind(*arguments, **keywords)
    except TypeError as error:
        print(error)
try:
    inspect.signature(lambda a: 0).bind(1, 2)
except TypeError as error:
    print(error)
try:
    inspect.signature(lambda a: 0).bind(1, x=2)
except TypeError as error:
    print(error)
changed = found.replace(parameters=list(found.parameters.values())[:2])
print(changed, inspect.Signature(), inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=5))
print(sorted(inspect.getcallargs(function, 1, c=2).items()))
