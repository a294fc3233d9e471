# pow() with three arguments: odd and even moduli of all sizes, short and long exponents.
moduli = [3, 2**31 - 1, 2**61 - 1, 2**64 + 13, 2**127 - 1, 2**127, 2**89 - 1, 10**40, 3**100, 2**521 - 1,
          10**300 + 7, 2**1600 + 1]
bases = [0, 1, 2, 3, 65537, 2**64 - 1, 2**127 - 2, 10**50, -1, -7, -(10**60)]
exponents = [0, 1, 2, 3, 16, 65537, 2**63, 2**64 - 1, 2**64, 2**70 + 3, 10**30]
checksum = 0
for m in moduli:
    for b in bases:
        for e in exponents:
            answer = pow(b, e, m)
            assert 0 <= answer < m
            negative = pow(b, e, -m)
            assert -m < negative <= 0 and (negative - answer) % m == 0
            checksum = (checksum * 1_000_003 + answer) % (2**61 - 1)
        assert pow(b, 7, m) == b**7 % m
print(checksum)
print(pow(5, 65537, 2**127 - 1), pow(2**126, 3, 2**127 - 1), pow(2**127 - 1, 5, 2**127 - 1))
print(pow(3, -1, 2**127 - 1), pow(3, -65537, 2**127 - 1))
