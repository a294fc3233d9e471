match [1, {"a": 2}]:
    case [int(x), {"a": y, **rest}] if x:
        print(x, y, rest)
    case A(b=1) | None as c:
        pass
    case _:
        pass
