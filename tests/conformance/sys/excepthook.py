import sys

def report(kind, value, traceback):
    print("caught at last:", kind.__name__, value, traceback is not None)

sys.excepthook = report
print(sys.__excepthook__ is not report)
1 / 0
