"""Where the program has set up no logging, an exception in a callback is reported on stderr."""
from concurrent.futures import Future

future = Future()
future.add_done_callback(lambda f: 1 / 0)
future.set_result(1)
print("goes on")
