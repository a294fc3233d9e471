from statistics import NormalDist, StatisticsError

iq = NormalDist(100, 15)
print(iq, iq.mean, iq.stdev, iq.variance, iq.median, iq.mode)
print(round(iq.cdf(120), 12), round(iq.pdf(100), 12), round(iq.inv_cdf(0.9), 10), iq.zscore(130))
print([round(q, 6) for q in iq.quantiles(4)], round(iq.overlap(NormalDist(110, 15)), 10))
print(iq + 5, iq - NormalDist(1, 2), iq * 2, iq / 2, -iq, 1 - iq, iq == NormalDist(100, 15))
print(NormalDist.from_samples([1, 2, 3, 4]))
for call in [lambda: NormalDist(0, -1), lambda: iq.inv_cdf(0), lambda: NormalDist(1, 0).cdf(1), lambda: NormalDist.from_samples([1])]:
    try:
        call()
    except StatisticsError as error:
        print(error)
