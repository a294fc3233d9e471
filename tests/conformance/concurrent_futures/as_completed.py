"""as_completed() gives futures as they are done."""
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
import threading

gates = [threading.Event() for _ in range(4)]


def pass_gate(n):
    gates[n].wait(10)
    return n


with ThreadPoolExecutor(4) as executor:
    futures = [executor.submit(pass_gate, n) for n in range(4)]
    gates[2].set()
    for future in as_completed(futures):
        print(future.result())
        if future.result() != 1:
            gates[{2: 0, 0: 3, 3: 1}[future.result()]].set()

done = Future()
done.set_result("done")
print([future.result() for future in as_completed([done, done])])
print(list(as_completed([])), type(as_completed([])).__name__)
cancelled = Future()
cancelled.cancel()
cancelled.set_running_or_notify_cancel()
print([future.cancelled() for future in as_completed({cancelled: 1})])
