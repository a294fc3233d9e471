# A constant in lower case, in a function.
def function(argument=None):
    return argument is none


function()
