import traceback

class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")

try:
    raise Broken("x")
except Broken:
    print(traceback.format_exc())
