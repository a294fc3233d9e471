"""with statements: a class of one's own, a generator made a manager, and sets on the way."""

from contextlib import contextmanager


class Section:
    depth = 0

    def __enter__(self):
        Section.depth += 1
        return self

    def __exit__(self, kind, error, trace):
        Section.depth -= 1
        return kind is KeyError


@contextmanager
def noted(notes):
    notes.add("begin")
    try:
        yield notes
    finally:
        notes.discard("begin")


def main():
    entered = 0
    for i in range(60_000):
        with Section() as section:
            entered += section.depth
    for i in range(10_000):
        with Section():
            if i % 2:
                raise KeyError(i)
            entered += 1
    seen = set()
    for i in range(10_000):
        with noted(seen) as notes:
            notes.add(i % 100)
    return entered, len(seen), len(seen & set(range(50)))
