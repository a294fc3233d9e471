class Lazy:
    @property
    def slow(self):
        print("slow read")
        return 3

    @property
    def failing(self):
        raise AttributeError("not today")

    @property
    def broken(self):
        raise ValueError("broken")


match Lazy():
    case Lazy(nothing=_):
        print("nothing")
    case Lazy(failing=_):
        print("failing")
    case Lazy(slow=4):
        print("four")
    case Lazy(slow=3):
        print("three")
match Lazy():
    case Lazy(broken=_):
        pass
