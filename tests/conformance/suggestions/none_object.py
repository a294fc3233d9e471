# Of None.
value = None
value.__clas__
