"""The module statistics: averages, spread, relation. Sums are exact and rounded once."""
import math
from fractions import Fraction

from _statistics_normal import NormalDist
from _statistics_sums import StatisticsError, convert, exact_sum, root, squares

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean",
    "harmonic_mean", "linear_regression", "mean", "median", "median_grouped", "median_high",
    "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]


# ---- averages ----------------------------------------------------------------------------------


def mean(data):
    T, total, n = exact_sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return convert(total / n, T)


def fmean(data, weights=None):
    """The mean as a float, faster; weighted if there are weights."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    try:
        return math.exp(fmean([math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError(
            "geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    problem = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if x < 0:
            raise StatisticsError(problem)
        return x
    if weights is None:
        weights = [1] * n
        total_weight = n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        total_weight = exact_sum(_not_negative(weights, problem))[1]
    try:
        data = _not_negative(data, problem)
        T, total, _ = exact_sum([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return convert(total_weight / total, T)


def _not_negative(values, problem):
    for value in values:
        if value < 0:
            raise StatisticsError(problem)
        yield value


# ---- the middle --------------------------------------------------------------------------------


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    i = len(data) // 2
    return data[i] if len(data) % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of values that stand for whole intervals."""
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below = sum([1 for each in data if each < x])
    equal = sum([1 for each in data if each == x])
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / equal


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The value that is there most often; of several the first."""
    best, most = None, 0
    for value, count in _counts(data).items():
        if count > most:
            best, most = value, count
    if not most:
        raise StatisticsError("no mode for empty data")
    return best


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that divide the data into n equal parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    size = len(data)
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, rest = divmod(i * (size - 1), n)
            result.append((data[j] * (n - rest) + data[j + 1] * rest) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            rest = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - rest) + data[j] * rest) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# ---- spread ------------------------------------------------------------------------------------


def _spread(data, centre, name, least):
    """(type, sum of squares, count), where there are enough data."""
    T, total, _, n = squares(data, centre)
    if n < least:
        count = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {count}")
    return T, total, n


def variance(data, xbar=None):
    T, total, n = _spread(data, xbar, "variance", 2)
    return convert(total / (n - 1), T)


def pvariance(data, mu=None):
    T, total, n = _spread(data, mu, "pvariance", 1)
    return convert(total / n, T)


def stdev(data, xbar=None):
    T, total, n = _spread(data, xbar, "stdev", 2)
    return root(total / (n - 1), T)


def pstdev(data, mu=None):
    T, total, n = _spread(data, mu, "pstdev", 1)
    return root(total / n, T)


# ---- two variables -----------------------------------------------------------------------------


def _pairs(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return math.fsum(x) / n, math.fsum(y) / n


def covariance(x, y, /):
    xbar, ybar = _pairs(x, y, "covariance")
    return math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    xbar, ybar = _pairs(x, y, "correlation")
    sxy = math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = math.fsum([(a - xbar) * (a - xbar) for a in x])
    syy = math.fsum([(b - ybar) * (b - ybar) for b in y])
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    """The line y = slope * x + intercept."""

    _fields = ("slope", "intercept")
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    xbar, ybar = _pairs(x, y, "linear regression")
    if proportional:
        sxy = math.fsum([a * b for a, b in zip(x, y)])
        sxx = math.fsum([a * a for a in x])
    else:
        sxy = math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
        sxx = math.fsum([(a - xbar) * (a - xbar) for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression((slope, 0.0 if proportional else ybar - slope * xbar))
