"""A subclass of str with methods of its own keeps str's."""

class Title(str):
    def shout(self):
        return self.upper() + "!"

    def __len__(self):
        return 42

    def __add__(self, other):
        return "added " + other


t = Title("hello")
print(t, t.shout(), len(t), t + "x", t[1:3], t == "hello", {t: 1}["hello"], t.replace("l", "L"), f"{t:>8}|{t!r}", "%s" % t, "<{}>".format(t))
print(isinstance(t, str), type(t).__name__, t in ["hello"], t.upper(), "ell" in t, t * 2, t < "i", sorted([Title("b"), "a"]))
t.note = "attribute"
print(t.note)
