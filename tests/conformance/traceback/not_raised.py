# An exception that was never raised has no traceback to show.
import traceback
print(traceback.format_exception(ValueError("never raised")))
print(traceback.format_exception_only(KeyError("key")))
print(traceback.format_exc())
