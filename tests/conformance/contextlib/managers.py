"""closing, suppress, nullcontext, redirect_stdout."""
import io
import sys
from contextlib import closing, nullcontext, redirect_stderr, redirect_stdout, suppress


class Door:
    def close(self):
        print('closed')


with closing(Door()) as door:
    print(type(door).__name__)
try:
    with closing(Door()):
        raise ValueError('open')
except ValueError as error:
    print(error)
with suppress(KeyError, IndexError):
    {}['x']
    print('never')
with suppress():
    print('nothing to suppress')
try:
    with suppress(KeyError):
        raise ValueError('other')
except ValueError as error:
    print(error)
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)
buffer = io.StringIO()
with redirect_stdout(buffer) as target:
    print('captured')
    with redirect_stdout(sys.__stdout__):
        print('not captured')
    print('again')
print(repr(buffer.getvalue()), target is buffer)
errors = io.StringIO()
with redirect_stderr(errors):
    print('to stderr', file=sys.stderr)
print(repr(errors.getvalue()))
