import statistics as s

for data in [[1, 2, 3, 4], [1.5, 2, 3], [0.1] * 10, [True, False], [7], [3, 1, 2], [2.5, 2.5, 10]]:
    print(s.mean(data), s.fmean(data), s.median(data), s.median_low(data), s.median_high(data), s.mode(data), s.multimode(data))
print(s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]))
print(s.fmean([85, 92, 83, 91], weights=[0.2, 0.2, 0.3, 0.3]), s.median_grouped([1, 3, 3, 5, 7]), s.median_grouped([1, 3, 3, 5, 7], interval=2))
print(s.mode("aabbb"), s.multimode("aabb"), s.multimode([]), s.mean(x for x in [1, 2, 6]))
print(s.quantiles([1, 2, 3, 4, 5]), s.quantiles(range(1, 11), n=10), s.quantiles([10, 20, 30], n=4, method="inclusive"))
for call in [lambda: s.mean([]), lambda: s.fmean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.geometric_mean([-1]),
             lambda: s.harmonic_mean([-1]), lambda: s.quantiles([1]), lambda: s.quantiles([1, 2], n=0), lambda: s.mean(["a"]),
             lambda: s.quantiles([1, 2], method="x")]:
    try:
        call()
    except (s.StatisticsError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
