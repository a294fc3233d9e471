import traceback

def f():
    return   1 / 0

try:
    f()
except ZeroDivisionError as error:
    for entry in traceback.extract_tb(error.__traceback__):
        print(entry.lineno, entry.name, entry.line)
    print(len(traceback.format_tb(error.__traceback__)))
    print(traceback.format_tb(error.__traceback__, 1)[0].count("\n"))
