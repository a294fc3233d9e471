import traceback

class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise KeyError("exit")

try:
    with Manager():
        raise ValueError("body")
except KeyError:
    print(traceback.format_exc())
