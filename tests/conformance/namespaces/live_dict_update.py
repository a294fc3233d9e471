"""What update() and |= put into the __dict__ of an object is the object's, wherever it comes from."""


class Thing:
    pass


class Key(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        return str.__eq__(self, other)


thing = Thing()
thing.__dict__.update((name, 1) for name in ["generator"])
thing.__dict__ |= [("pairs", 2)]
thing.__dict__ |= ((name, 3) for name in ["more"])
thing.__dict__.update({"dict": 4}, keyword=5)
print(thing.generator, thing.pairs, thing.more, thing.dict, thing.keyword)
thing.__dict__.update(iter([("generator", 6)]))
thing.__dict__.setdefault("new", 7)
print(thing.generator, thing.new, thing.__dict__)
names = thing.__dict__
names[Key("odd")] = 8
print(names[Key("generator")], names.pop(Key("pairs")), hasattr(thing, "pairs"), Key("odd") in names)
thing.generator = 9
print(names[Key("generator")], names.get(Key("more")), sorted(names))
