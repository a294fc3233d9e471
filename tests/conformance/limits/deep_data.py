# Data nested deeper than the interpreter may recurse.
# compare: long
def nested(make, depth=100_000):
    value = make(None)
    for _ in range(depth):
        value = make(value)
    return value


def attempt(what, call):
    try:
        call()
    except RecursionError as error:
        print(what, "RecursionError")
    else:
        print(what, "ok")


lists = nested(lambda inner: [inner])
attempt("repr of lists", lambda: repr(lists))
attempt("str of lists", lambda: str(lists))
attempt("lists equal themselves", lambda: lists == lists)
attempt("lists equal", lambda: lists == nested(lambda inner: [inner]))
attempt("lists ordered", lambda: lists < nested(lambda inner: [inner]))
dicts = nested(lambda inner: {1: inner})
attempt("repr of dicts", lambda: repr(dicts))
attempt("dicts equal", lambda: dicts == nested(lambda inner: {1: inner}))
tuples = nested(lambda inner: (inner,))
attempt("repr of tuples", lambda: repr(tuples))
print("alive")
