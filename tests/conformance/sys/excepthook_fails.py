import sys

def report(kind, value, traceback):
    print("trying", kind.__name__)
    raise KeyError("in the hook")

sys.excepthook = report
raise ValueError("the first")
