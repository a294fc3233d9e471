"""The module concurrent.futures.process: here there are no processes, and it says so."""
from concurrent.futures._base import BrokenExecutor, Executor


class BrokenProcessPool(BrokenExecutor):
    """A process of a pool ended abruptly."""


class ProcessPoolExecutor(Executor):
    """What a program may import, and ask whether an executor is one, but not make."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "there are threads here but no processes: use ThreadPoolExecutor, "
            "whose calls run in parallel without the GIL")
