# An AttributeError made by hand, with a name and no obj.
raise AttributeError("words of mine", name="appendd")
