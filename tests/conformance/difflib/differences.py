import difflib

a = ["one\n", "two\n", "three\n", "four\n"]
b = ["one\n", "tree\n", "emu\n", "four\n"]
print("".join(difflib.ndiff(a, b)))
print("".join(difflib.unified_diff(a, b, "before", "after")))
matcher = difflib.SequenceMatcher(None, "abcd", "bcde")
print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), tuple(matcher.find_longest_match(0, 4, 0, 4)))
print(matcher.get_matching_blocks(), matcher.get_opcodes())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", []))
print(list(difflib.restore(difflib.ndiff(a, b), 1)) == a, list(difflib.restore(difflib.ndiff(a, b), 2)) == b)
