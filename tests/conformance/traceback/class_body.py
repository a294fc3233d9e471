import traceback
try:
    class Broken:
        value = 1
        other = value // 0
except ZeroDivisionError:
    print(traceback.format_exc())
