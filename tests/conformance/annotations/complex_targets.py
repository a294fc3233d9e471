# What an annotation evaluates besides itself, and what becomes of __annotations__.
def note(what):
    print("evaluated", what)
    return things


class Things(list):
    pass


things = Things([0, 1, 2])
note("object").attribute: note("annotation of an attribute")
things[note("index") and 0]: note("annotation of an item")
things[note("from") and 0 : note("to") and 2]: note("annotation of a slice")
(things): note("annotation in parentheses")
things.x: note("annotation") = note("value") is None
name: note("annotation of a name") = note("value of a name") is None


def function():
    local: note("not evaluated")
    local = 1
    note("object in a function").attribute: note("not evaluated")
    things[note("index in a function") and 1]: note("not evaluated")
    return local


print(function())
print(list(__annotations__))

space = {}
exec("a: int", space)
kept = space["__annotations__"]
exec("b: str; a: float", space)
print(kept, space["__annotations__"] is kept)
exec("c: int", space, local_names := {})
print(kept, local_names)
exec("d: int", space, local_names)
print(local_names)
exec("nothing = 1", empty := {})
print("__annotations__" in empty)


class Prepared(type):
    @classmethod
    def __prepare__(metaclass, name, bases):
        return {"__annotations__": {"given": 1}}


class Some(metaclass=Prepared):
    x: int


print(Some.__annotations__)
