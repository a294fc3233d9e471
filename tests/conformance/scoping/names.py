"""global, nonlocal, class bodies, comprehensions, unbound locals, shadowed builtins."""
x = "module"


def read():
    return x


def write():
    global x, created
    x = "written"
    created = 1


def unbound():
    try:
        print(y)
    except UnboundLocalError as error:
        print(error)
    y = 1
    return y


print(read(), unbound())
write()
print(x, created)


class K:
    x = "class"
    copies = [x for _ in range(2)]

    def method(self):
        return x

    try:
        missing
    except NameError as error:
        message = str(error)


print(K.copies, K().method(), K.message)


def shadow():
    len = lambda thing: "mine"
    return len([1])


print(shadow(), len([1]))
print([i for i in range(3)], "i" in globals())


class Private:
    def __init__(self):
        self.__secret = 1

    def get(self):
        return self.__secret


print(Private().get(), vars(Private()), hasattr(Private(), "__secret"))


def conditional(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(conditional(True), conditional(False))


def deleted():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as error:
        return str(error)


print(deleted(), sorted(locals()) == sorted(globals()))
