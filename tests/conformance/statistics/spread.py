import statistics as s
from fractions import Fraction

for data in [[1, 2, 3, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [1e8 + 0.1, 1e8 + 0.2, 1e8 + 0.4], [5, 5, 5], [Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]]:
    print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.mean(data))
print(s.stdev([1, 2, 3], 2), s.pvariance([1, 2, 3], 1.5))
for call in [lambda: s.stdev([1]), lambda: s.pstdev([]), lambda: s.variance([])]:
    try:
        call()
    except s.StatisticsError as error:
        print(error, isinstance(error, ValueError))
