# Local names come first, then globals, then builtins.
value_of_module = 1


def function():
    value_of_function = 2
    return value_of_functin


function()
