class Meta(type):
    plain = "meta plain"
    shared = "meta shared"

    @property
    def both(cls):
        return f"{cls.__name__} from the metaclass"

    @property
    def size(cls):
        return cls._size

    @size.setter
    def size(cls, value):
        print("size of", cls.__name__, "is", value)
        cls._size = value

    def method(cls, n):
        return cls.__name__ * n

    def __getattr__(cls, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"{cls.__name__} has no {name}")

    def __setattr__(cls, name, value):
        if name == "locked":
            raise AttributeError("it is locked")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("delete", name)
        super().__delattr__(name)

    def __dir__(cls):
        return ["one", "two"]


class A(metaclass=Meta):
    shared = "class shared"
    both = "never seen on the class"


print(A.plain, A.shared, A.both)
A.size = 5
print(A.size, A._size, A.method(2), A.dyn_x)
print(A().shared, A().both)
for name in ("plain", "method", "size", "dyn_y"):
    try:
        getattr(A(), name)
    except AttributeError as error:
        print(error)
for name in ("missing", "other"):
    try:
        getattr(A, name)
    except AttributeError as error:
        print(error)
try:
    A.locked = 1
except AttributeError as error:
    print(error)
A.free = 1
del A.free
print(hasattr(A, "free"), hasattr(A, "dyn_free"), dir(A))
try:
    A.both = 3
except AttributeError as error:
    print(error)


class Tracing(type):
    def __getattribute__(cls, name):
        if not name.startswith("__"):
            print("get", name)
        return super().__getattribute__(name)


class B(metaclass=Tracing):
    value = 10


print(B.value, B().value)


class Descriptor:
    def __get__(self, obj, owner):
        return (obj.__name__ if obj is not None else None, owner.__name__)


class WithDescriptor(type):
    where = Descriptor()


class C(metaclass=WithDescriptor):
    pass


print(C.where, WithDescriptor.where)
