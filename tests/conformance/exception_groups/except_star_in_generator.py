def collect():
    while True:
        try:
            yield "ready"
        except* ValueError as group:
            yield repr(group)


generator = collect()
print(next(generator))
print(generator.throw(ValueError(5)))
print(next(generator))
print(generator.throw(ExceptionGroup("g", [ValueError(6)])))
