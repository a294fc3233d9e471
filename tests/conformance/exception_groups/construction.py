def attempt(make):
    try:
        group = make()
        print(repr(group), "|", str(group), "|", group.message, group.exceptions)
    except Exception as error:
        print(type(error).__name__, error)


class Own(ExceptionGroup):
    pass


class OwnBase(BaseExceptionGroup):
    pass


attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("a"))
attempt(lambda: ExceptionGroup("a", [ValueError(1)], 3))
attempt(lambda: ExceptionGroup("a", []))
attempt(lambda: ExceptionGroup("a", ()))
attempt(lambda: ExceptionGroup(1, [ValueError()]))
attempt(lambda: ExceptionGroup("a", 3))
attempt(lambda: ExceptionGroup("a", {ValueError()}))
attempt(lambda: ExceptionGroup("a", (x for x in [ValueError()])))
attempt(lambda: ExceptionGroup("a", [ValueError(), 3]))
attempt(lambda: ExceptionGroup("a", [ValueError]))
attempt(lambda: ExceptionGroup("a", "bc"))
attempt(lambda: ExceptionGroup("a", [KeyboardInterrupt()]))
attempt(lambda: Own("a", [SystemExit()]))
attempt(lambda: BaseExceptionGroup("a", [KeyboardInterrupt()]))
attempt(lambda: BaseExceptionGroup("a", [ValueError(1)]))
attempt(lambda: OwnBase("a", [ValueError(1)]))
attempt(lambda: OwnBase("a", [SystemExit(1)]))
attempt(lambda: ExceptionGroup("a", (ValueError(1), TypeError("x"))))
attempt(lambda: ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [OSError()])]))
print(ExceptionGroup.__mro__, ExceptionGroup.__bases__)
