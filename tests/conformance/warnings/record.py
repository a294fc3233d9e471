import warnings

def noisy(n):
    warnings.warn(f"message {n}", UserWarning)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    noisy(1)
    noisy(1)
    warnings.warn("old", DeprecationWarning)
print(len(caught), [str(w.message) for w in caught], [w.category.__name__ for w in caught])
print(caught[0].lineno, caught[0].filename == __file__, caught[0].line, caught[0].file)
print(str(caught[2]).split(", filename")[0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    noisy(2)
print(caught)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for n in [1, 1, 2]:
        noisy(n)
    warnings.warn("message 1", UserWarning)
print([str(w.message) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    for n in [1, 1, 2]:
        noisy(n)
print([str(w.message) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        noisy(3)
    except UserWarning as error:
        print("error", error)
context = warnings.catch_warnings()
print(context)
with context:
    try:
        with context:
            pass
    except RuntimeError as error:
        print(error)
