"""The end of the program: what is left goes then, in the order CPython's last collection has."""
import sys
import threading


class Named:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = list(parts)

    def __del__(self):
        print("del", self.name, sys.is_finalizing(), threading.current_thread() is threading.main_thread(), len(others))


class Dropped:
    def __del__(self):
        print("del what a cycle keeps")


def generate():
    made = Named("local of a generator")
    try:
        yield 1
    finally:
        print("generator closed")


second = Named("made first")
first = Named("made second")
_hidden = Named("hidden")
twice = again = Named("two names")
cycle, other = Named("cycle"), Named("other")
cycle.parts.append(other)
other.parts.append(cycle)
others = []
for i in range(3):
    others.append(Named(f"appended {i}"))
running = generate()
next(running)
never_started = generate()
last = Named("made last")
owner = Named("owner", Named("part 1"), Named("part 2"))
given = [Named("in a list 1"), Named("in a list 2")]
print(sys.is_finalizing())
print("end")
dropped = Dropped()
dropped.me = dropped
del dropped
