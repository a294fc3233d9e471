class Coded(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Coded(self.message, errors, self.code)


class Plain(ExceptionGroup):
    pass


class Bad(ExceptionGroup):
    def derive(self, errors):
        return errors


part, rest = Coded("coded", [ValueError(1), Coded("in", [TypeError(2), ValueError(3)], 8)], 7).split(ValueError)
print(repr(part), part.code, part.exceptions[1].code)
print(repr(rest), rest.code, type(rest).__name__)
print(type(Plain("plain", [ValueError(1), TypeError(2)]).subgroup(ValueError)).__name__)
try:
    Bad("bad", [ValueError(1), TypeError(2)]).split(ValueError)
except TypeError as error:
    print(error)
