for value in ([1, 2], [1, 2, 3], [1, 2, 3, 4, 5]):
    match value:
        case [a, b, *middle, c]:
            print(a, b, middle, c)
        case [a, *middle, c]:
            print(a, middle, c)
