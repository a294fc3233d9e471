# __init__ of a subclass: args keep what the class was called with unless super().__init__ is called.
class Plain(Exception):
    def __init__(self, code, text="?"):
        self.code = code
        self.text = text

class Told(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

class Keyword(Exception):
    def __init__(self, *, code):
        self.code = code

for make in (lambda: Plain(3, "x"), lambda: Told(4), lambda: Keyword(code=5)):
    try:
        raise make()
    except Exception as error:
        print(type(error).__name__, repr(str(error)), error.args, error.code)
