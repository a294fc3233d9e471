from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, auto


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6


print(list(Perm), Perm.RW, repr(Perm.RW), repr(Perm.R | Perm.X), str(Perm.R | Perm.X), Perm(0), repr(Perm(0)))
print(~Perm.R, repr(~Perm.R), len(Perm.RW), list(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), Perm(7))
print(Perm.R ^ Perm.RW, Perm.R & Perm.W, Perm.R | Perm.W is Perm.RW, (Perm.R | Perm.X).name, Perm(0).name, Perm["RW"])
for action in (lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R, lambda: Perm("x")):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Int(IntFlag):
    A = 1
    B = 2
    C = auto()


print(repr(Int.A | Int.B), str(Int.A | Int.B), Int.A | 8, repr(Int.A | 8), Int.A + 1, ~Int.A, repr(~Int.A))
print(repr(Int(16)), Int.A == 1, format(Int.A, "03d"), list(Int(3)), Int.C.value, repr(Int.A & 3), repr(2 | Int.A))


class Auto(Flag):
    A = auto()
    B = auto()
    C = auto()
    ALL = A | B | C


print([member.value for member in Auto], Auto.ALL, repr(Auto.A | Auto.C), Auto.ALL & ~Auto.B)


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 2


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 2


print(repr(Conform(5)), repr(Eject(5)), repr(Keep(5)), Keep(8), list(Keep(5)), FlagBoundary.STRICT, repr(STRICT))
