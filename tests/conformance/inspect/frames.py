import inspect

def inner():
    frame = inspect.currentframe()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, inspect.getframeinfo(frame).function)
    print([(info.function, info.lineno > 0, info.code_context) for info in inspect.stack()[1:]])
    return inspect.stack()[1].function

def outer():
    return inner()

print(outer())
try:
    1 / 0
except ZeroDivisionError as error:
    print([(info.function, info.lineno) for info in inspect.getinnerframes(error.__traceback__)], len(inspect.trace()))
