import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    warnings.simplefilter("always", RuntimeWarning)
    warnings.warn("no")
    warnings.warn("yes", RuntimeWarning)
    warnings.simplefilter("ignore", RuntimeWarning, append=True)
    warnings.warn("still yes", RuntimeWarning)
    warnings.simplefilter("default", UserWarning)
    for n in range(3):
        warnings.warn("once here")
    print([(f[0], f[2].__name__) for f in warnings.filters])
print([str(w.message) for w in caught])
