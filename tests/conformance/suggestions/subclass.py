# Only the two classes themselves suggest.
class Mine(AttributeError):
    pass


raise Mine("words", name="appendd", obj=[])
