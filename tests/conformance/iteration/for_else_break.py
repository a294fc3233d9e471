"""for with else, break, continue, over every kind of container."""
for what in ([1, 2], (1, 2), 'ab', {'k': 1}, {5}, range(2), b'ab', {'k': 1}.items(), iter([1]), (x for x in 'g'), [], ''):
    for x in what:
        print(x, end=' ')
        if x == 'b':
            break
    else:
        print('else', end='')
    print()
for i in range(5):
    if i % 2:
        continue
    print(i, end=' ')
print(i)
