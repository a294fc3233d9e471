import traceback
error = ValueError("text")
error.add_note("first note\nof two lines")
error.add_note("second note")
try:
    raise error
except ValueError:
    print(traceback.format_exc())
