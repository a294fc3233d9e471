group = ExceptionGroup("top", [ValueError(1), TypeError(2)])
group.add_note("a note")
group.__cause__ = OSError("cause")
try:
    raise group
except ExceptionGroup:
    pass
part, rest = group.split(ValueError)
for half in (part, rest):
    print(half.__notes__, half.__notes__ is group.__notes__, half.__cause__, half.__traceback__ is group.__traceback__)
