"""str.strip, lstrip, rstrip."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


text = "  \t hello \n"
print([text.strip(), text.lstrip(), text.rstrip()])
print("xxhixx".strip("x"), "xyhiyx".strip("yx"), "hixx".rstrip("x"), "xxhi".lstrip("x"), "abc".strip("abc"), "a".strip(""))
print("\u3000wide\u2003".strip(), "☃a☃".strip("☃"))
show(lambda: "a".strip(1))
show(lambda: "a".lstrip(b"a"))
