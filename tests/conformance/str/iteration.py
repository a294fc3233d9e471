"""Iterating, unpacking, len, sorting and reversing text."""

for character in "a☃b":
    print(character, len(character), ord(character))
first, *rest = "hello"
print(first, rest, sorted("banana"), list(reversed("abc")), list(enumerate("ab")), max("hello"), min("hello"), set("aab") == {"a", "b"})
print(list(zip("abc", "xyz")), "".join(sorted("dcba")), dict(zip("ab", [1, 2])), len("☃☃"), tuple("ab"))
