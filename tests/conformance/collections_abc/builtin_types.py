import collections.abc as abcs

names = [name for name in abcs.__all__ if "A" not in name and name not in ("Coroutine", "ByteString")]
values = [[], (), {}, set(), frozenset(), 1, 1.5, None, "s", b"", range(3), {}.keys(), {}.items(), {}.values(),
          iter([]), (i for i in ()), len, int, print, zip(), map(len, []), iter({}), slice(1), object(), lambda: 0,
          [].append, NotImplemented, enumerate([]), reversed([])]
for value in values:
    print(type(value).__name__, *[name for name in names if isinstance(value, getattr(abcs, name))])
print(abcs.Callable[[int, str], bool], abcs.Iterable[int], abcs.Callable[..., int], abcs.Mapping[str, int])
for name in ("Sequence", "Sized", "MutableMapping", "Iterator"):
    try:
        getattr(abcs, name)()
    except TypeError as error:
        print(error)
print(abcs.Sequence, abcs.Sequence.__mro__)
