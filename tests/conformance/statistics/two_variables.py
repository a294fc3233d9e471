import statistics as s

x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(s.covariance(x, y), s.correlation(x, y), s.correlation(x, x), s.correlation(x, x[::-1]))
line = s.linear_regression(x, y)
print(line, line.slope, line.intercept, tuple(line), s.linear_regression(x, y, proportional=True))
for call in [lambda: s.covariance([1], [1]), lambda: s.correlation([1, 2], [1]), lambda: s.linear_regression([1, 1], [1, 2]),
             lambda: s.correlation([1, 1], [1, 2])]:
    try:
        call()
    except s.StatisticsError as error:
        print(error)
