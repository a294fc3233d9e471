import inspect

# a comment above
def function(a,
             b=(1,
                2)):
    """Doc."""
    # a comment inside
    text = """
not indented
"""
    if a:

        return b
    # a comment at the end

class Thing:
    x = 1

    def method(self):
        return self.x

@staticmethod
def decorated():
    return 1

print(inspect.getsource(function))
print(inspect.getsource(Thing), end="")
print(inspect.getsource(Thing.method), inspect.getsourcelines(Thing.method)[1])
print(inspect.getsource(decorated.__func__))
print(inspect.getsourcefile(function) == __file__, inspect.getfile(Thing) == __file__)
for wrong in [len, 5]:
    try:
        inspect.getsource(wrong)
    except TypeError as error:
        print(str(error)[:60])
