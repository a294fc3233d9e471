error = ValueError("text")
print(hasattr(error, "__notes__"))
error.add_note("first")
error.add_note("second")
print(error.__notes__, error)
try:
    error.add_note(3)
except TypeError as wrong:
    print(wrong)
