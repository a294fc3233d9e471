class Temperature(Exception):
    def __str__(self):
        return f"{self.args[0]} degrees"

class Wrapped(Temperature):
    def __str__(self):
        return "[" + super().__str__() + "]"

print(Temperature(30), repr(Temperature(30)))
print(Wrapped(40))
class Base(Exception):
    def __str__(self):
        return "<" + super().__str__() + ">"
print(Base("x"), Base("x", 1), Base())
