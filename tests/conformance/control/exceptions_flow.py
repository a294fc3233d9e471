"""try, except, else, finally in every combination, with return, break, continue."""


def f(kind):
    log = []
    try:
        log.append("try")
        if kind == "raise":
            raise ValueError("v")
        if kind == "return":
            return log
        if kind == "other":
            raise KeyError("k")
    except ValueError as error:
        log.append(f"except {error}")
    else:
        log.append("else")
    finally:
        log.append("finally")
        if kind == "other":
            return log
    log.append("end")
    return log


for kind in ("none", "raise", "return", "other"):
    print(kind, f(kind))


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


print(loop())


def override():
    try:
        return "try"
    finally:
        return "finally"


print(override())


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as error:
        print("outer", error)
        try:
            raise TypeError("again")
        except TypeError as second:
            print(second, repr(second.__context__))
    try:
        error
    except NameError as unbound:
        print(type(unbound).__name__)


nested()


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


try:
    reraise()
except ZeroDivisionError as error:
    print(error)
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise KeyError("b") from e
except KeyError as error:
    print(repr(error.__cause__), error.__suppress_context__)
for bad in ("raise", "raise 1", "raise int"):
    try:
        if bad == "raise":
            raise
        raise 1 if bad == "raise 1" else int
    except (RuntimeError, TypeError) as error:
        print(error)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
