"""The old names work, and say that they are old."""
import threading
import warnings

thread = threading.Thread(name="x")
condition = threading.Condition()
event = threading.Event()
with condition, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(thread.isDaemon(), thread.setDaemon(True), thread.daemon, thread.getName(), thread.setName("y"), thread.name)
    print(event.isSet(), condition.notifyAll(), threading.activeCount(), threading.currentThread().name)
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
