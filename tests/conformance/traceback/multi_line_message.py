import traceback
try:
    raise ValueError("first line\nsecond line")
except ValueError:
    print(traceback.format_exc())
