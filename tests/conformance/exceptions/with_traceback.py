try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
print(traceback.tb_lineno, traceback.tb_next)
other = ValueError("x")
print(other.__traceback__, other.with_traceback(traceback) is other, other.__traceback__ is traceback)
other.__traceback__ = None
print(other.__traceback__)
try:
    other.with_traceback(1)
except TypeError as wrong:
    print(wrong)
