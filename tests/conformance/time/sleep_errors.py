import time
for value in (-1, -0.5, "a", None, [], float("nan"), float("inf"), 1e300, 10**30, 10**10):
    try:
        time.sleep(value)
    except Exception as error:
        print(type(error).__name__, error)
