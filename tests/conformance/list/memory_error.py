"""Too large is refused at once."""
for do in (lambda: [0] * 10**12, lambda: 'x' * 10**12, lambda: (1, 2) * 10**13, lambda: [0] * 2**62):
    try:
        do()
    except (MemoryError, OverflowError) as error:
        print('no room')
try:
    [0] * 2**100
except OverflowError as error:
    print(error)
