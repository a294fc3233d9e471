"""str.startswith, endswith, removeprefix, removesuffix."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


name = "threading.Lock"
print(name.startswith("thread"), name.startswith("Thread"), name.startswith(""), name.startswith("ing", 6))
print(name.endswith("Lock"), name.endswith(("x", "ck")), name.endswith(()), name.startswith("", 99))
print(name.startswith(("a", "t")), name.endswith("ing", 0, 9), name.startswith("Lock", -4))
show(lambda: name.startswith(1))
show(lambda: name.endswith([1]))
show(lambda: name.startswith(("a", 1)))
print(name.removeprefix("threading."), name.removesuffix(".Lock"), name.removeprefix("x"), name.removesuffix(""))
show(lambda: name.removeprefix(1))
show(lambda: name.removesuffix(b"k"))
