try:
    try:
        raise ValueError(1) from KeyError("a")
    except* ValueError as e:
        raise
    finally:
        del e
except ExceptionGroup as g:
    print(g.exceptions, g.__cause__)
else:
    pass
with open("x") as f, f as (a, b): pass
