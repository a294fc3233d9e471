"""A method of a builtin class, called with something that is no instance of it."""
for method, arguments in ((list.append, (5, 1)), (dict.get, (5, 1)), (str.upper, (1,)), (set.add, ([], 1)), (int.bit_length, ('a',))):
    try:
        method(*arguments)
    except TypeError as error:
        print(error)
print(list.append.__name__, str.upper('a'), int.bit_length(True), list.__len__([1, 2]), object.__repr__(5)[:5])
