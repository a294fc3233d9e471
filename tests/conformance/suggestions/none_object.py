# Of None.
value = None
value.__rep__
