"""Names, modules and bases of what the package has."""
import concurrent.futures as futures

for name in sorted(futures.__all__):
    if "Process" not in name and name != "InvalidStateError":  # which is there since 3.13
        value = getattr(futures, name)
        print(name, getattr(value, "__module__", value), getattr(value, "__name__", ""))
print(futures.BrokenExecutor.__mro__)
print(futures.TimeoutError is TimeoutError)
try:
    futures.nothing
except AttributeError as error:
    print(error)
print(issubclass(futures.ProcessPoolExecutor, futures.Executor))
