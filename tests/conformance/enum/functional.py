from enum import Enum, Flag, IntEnum

Animal = Enum("Animal", "CAT DOG, BIRD")
print(Animal, list(Animal), Animal.CAT.value, Animal.__module__, Animal(2), Animal["BIRD"])
print(list(Enum("Listed", ["a", "b"], start=5)), list(Enum("Pairs", [("m", 3), ("n", 4)])), list(Enum("Mapped", {"x": "ex"})))
print(IntEnum("Numbers", "one two").two + 1, list(Flag("Bits", "a b c")), Enum("Typed", "a b", type=str).a.value)
Moved = Enum("Moved", "A", module="elsewhere", qualname="Outer.Moved")
print(Moved.__module__, Moved.__qualname__)
