"""print: sep, end, and what it converts."""
print()
print(1, 'a', None, [1, 'b'], 2.0, sep='-')
print('no newline', end='')
print('', 'x', sep='|', end='!\n')
print(1, 2, sep=None, end=None)
print(1, 2, sep='')
print(*range(5), sep=', ')
print('ä€😀', 'tab\tq')


class S:
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'


print(S(), [S()], 1, flush=True)
print(S(), S(), sep='+', end='.\n')
for do in (lambda: print(1, sep=3), lambda: print(1, end=[])):
    try:
        do()
    except TypeError as error:
        print(error)
print(print('inner'))
