import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="old .*")
    warnings.filterwarnings("ignore", module="nothing")
    warnings.warn("Old thing")
    warnings.warn("new thing")
    warnings.warn("an old thing")
print([str(w.message) for w in caught])
