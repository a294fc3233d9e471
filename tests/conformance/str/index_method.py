"""Where an index or a width is wanted, __index__ is asked."""

class Two:
    def __index__(self):
        return 2


print("abcdef"[Two()], "abcdef"[Two():], "ab" * Two(), Two() * "ab", "a".center(Two()), "a b c d".split(None, Two()))
print("abcabc".find("a", Two()), "aaaa".replace("a", "b", Two()), "x".zfill(Two()), "a".ljust(Two(), "-"))
