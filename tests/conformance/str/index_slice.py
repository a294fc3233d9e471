"""Indexing and slicing."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


text = "abcdef"
print(text[0], text[-1], text[2:4], text[:2], text[4:], text[::2], text[::-1], text[5:1:-2], text[10:], text[-2:], text[:-2])
print("☃snow☃"[0], "☃snow☃"[1:5], "☃snow☃"[::-1], ("☃" + "x" * 5)[1:] == "xxxxx", text[True])
show(lambda: text[6])
show(lambda: text[-7])
show(lambda: text["a"])
show(lambda: text[1.0])
show(lambda: text[::0])
show(lambda: text[10**30])
show(lambda: text[None])
show(lambda: text["a":])
