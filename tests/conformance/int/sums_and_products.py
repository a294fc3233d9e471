# Sums, differences and products around the sizes at which an int changes its representation.
edges = [0, 1, 7, 2**47 - 1, 2**47, 2**56 - 1, 2**60 - 1, 2**60, 2**63, 2**64, 2**120 - 1, 2**120,
         2**127 - 1, 2**180 + 1, 3**200, 2**600 - 1, 2**1000 + 1, 7**900, 2**60**1 * 3**700]
edges += [-n for n in edges]
checksum = 0
for a in edges:
    for b in edges:
        total, difference, product = a + b, a - b, a * b
        assert total - b == a and difference + b == a, (a, b)
        assert product == 0 if not b else product // b == a and product % b == 0, (a, b)
        assert (total < a) == (b < 0) and (difference < a) == (b > 0), (a, b)
        assert type(total) is int and hash(difference) == hash(a + -b)
        checksum = (checksum * 31 + (total ^ difference) + product) % (10**9 + 7)
print(checksum)

# What cancels becomes small again, and equal to a small int written as such.
big = 3**500
for n in (0, 1, -1, 2**47 - 1, -2**47, 2**64):
    rest = (big + n) - big
    print(rest, rest == n, {n: "found"}[rest], (-big + n) + big == n)
print(big - big == 0, bool(big - big), big * 0, 0 * -big, -1 * big == -big, big * -1 + big)
value = big
value += value
value -= big
value *= value
print(value == 3**1000, (value * value) == 3**2000, value * -value == -(3**2000))
