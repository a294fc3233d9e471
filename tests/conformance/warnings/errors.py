import warnings

for arguments in [("text", int), ("text", "UserWarning"), ("text", 5)]:
    try:
        warnings.warn(*arguments)
    except TypeError as error:
        print(error)
for call in [lambda: warnings.simplefilter("nothing"), lambda: warnings.simplefilter("ignore", lineno=-1),
             lambda: warnings.filterwarnings("ignore", category=int), lambda: warnings.filterwarnings("what")]:
    try:
        call()
    except AssertionError as error:
        print(error)
warnings.simplefilter("error")
try:
    warnings.warn("raised")
except UserWarning as warning:
    print(type(warning).__name__, warning)
warnings.warn("ends the program", RuntimeWarning)
