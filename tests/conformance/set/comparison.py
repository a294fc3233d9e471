"""Subsets and supersets."""
sets = [set(), {1}, {1, 2}, {2, 1}, {1, 2, 3}, {4}, frozenset([1, 2])]
for a in sets:
    print([(a < b, a <= b, a == b, a >= b, a > b, a != b) for b in sets])
print({1}.issubset([1, 2]), {1, 2}.issuperset((1,)), {1}.isdisjoint('ab'), {1}.isdisjoint([1]), {1} == [1])
for do in (lambda: {1} < [1], lambda: {1} <= 5):
    try:
        do()
    except TypeError as error:
        print(error)
