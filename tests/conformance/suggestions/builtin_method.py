# A method of a builtin class.
[].apend(1)
