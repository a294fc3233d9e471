"""format, repr, ascii."""
print(repr('a'), repr([1]), repr(None), repr(1.0), ascii('ä€😀'), ascii(['ü']), format(3.14159, '.2f'), format(5), format('a', '>3'), format(True, 'd'))


class P:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'Pé'


print(format(P()), format(P(), 'abc'), f'{P():x}', f'{P()!r:>5}', f'{P()!s}', ascii(P()), [P()], ascii([P()]), '{:q}'.format(P()))
for do in (lambda: format(5, 5), lambda: format([], 'd'), lambda: format('a', 'd')):
    try:
        do()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
