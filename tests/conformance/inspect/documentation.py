import inspect

class Base:
    """Base doc."""

    def method(self):
        """Method doc.

            deeper
        back
        """

class Derived(Base):
    def method(self):
        pass

print(repr(inspect.getdoc(Base)), repr(inspect.getdoc(Base.method)), repr(inspect.getdoc(Derived().method)), inspect.getdoc(lambda: 0))
print(repr(inspect.cleandoc("  a\n    b\n      c\n")))
