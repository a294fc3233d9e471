group = ExceptionGroup("text", [ValueError(1), TypeError(2)])
print(group.args, group.message, group.exceptions, group.__dict__)
for name in ("message", "exceptions"):
    try:
        setattr(group, name, None)
    except AttributeError as error:
        print(error)
errors = [ValueError(1)]
group = ExceptionGroup("text", errors)
errors.append(TypeError())
print(group.exceptions, group)
group.own = 5
print(group.own, group.__dict__)
print(isinstance(group, Exception), isinstance(BaseExceptionGroup("x", [KeyboardInterrupt()]), Exception))
