"""as_completed() with a timeout gives what is done and then gives up."""
from concurrent.futures import Future, TimeoutError, as_completed

done, never, other = Future(), Future(), Future()
done.set_result(1)
for timeout in (0.02, 0, -1):
    try:
        for future in as_completed([done, never, other], timeout=timeout):
            print(future.result())
    except TimeoutError as error:
        print(error)
print(never._waiters)
for wrong in (7, [7]):
    iterator = as_completed(wrong)
    try:
        next(iterator)
    except (TypeError, AttributeError) as error:
        print(error)
