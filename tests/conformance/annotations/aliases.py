# list[int] and int | str
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[int | None], list["text"])
alias = dict[str, int]
print(alias.__origin__, alias.__args__, alias.__parameters__, alias == dict[str, int], alias == dict[int, str])
print(alias(a=1), list[int]("ab"), type(alias).__name__, hash(alias) == hash(dict[str, int]))
print(alias.fromkeys("ab"), list[int].append)
union = int | str
print(union, int | None, None | str, int | str | None | int, list[int] | None, type(union).__name__)
print(union.__args__, union == str | int, (int | None).__args__, int | int)
print(isinstance(1, int | str), isinstance(None, int | None), isinstance([], int | str), issubclass(bool, int | str))
for action in (lambda: int | 3, lambda: isinstance(1, list[int]), lambda: isinstance([], int | list[int]),
               lambda: issubclass(list, list[int]), lambda: int[3], lambda: list[int][str], lambda: 3 | int):
    try:
        print(action())
    except TypeError as error:
        print(error)


class A:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item!r}"


class B(A):
    pass


print(A[int], B[1, 2], A[:3])


class Names(list[str]):
    pass


print(Names.__bases__, Names.__orig_bases__, Names("ab"))
print({list[int]: 1}[list[int]], {int | str: 2}[str | int])
