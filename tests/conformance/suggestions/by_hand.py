# An AttributeError made by hand, with name and obj.
raise AttributeError("words of mine", name="appendd", obj=[])
