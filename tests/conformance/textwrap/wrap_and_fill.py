"""textwrap.wrap, fill and shorten."""
import textwrap

text = ("The quick brown fox jumps over the lazy dog -- a well-known, often-used pangram.\n"
        "It has every letter of the alphabet; e.g. this-is-a-very-long-hyphenated-word.")
for width in (10, 20, 40):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.fill(text, width=25, break_on_hyphens=False))
print(textwrap.wrap("a verylongwordindeed b", 6), textwrap.wrap("a verylongwordindeed b", 6, break_long_words=False))
print(textwrap.wrap("", 10), textwrap.wrap("   ", 10), textwrap.fill("x"))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=2, placeholder="…"))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11))
print(textwrap.shorten("Hello world", width=10, placeholder="..."))
print(textwrap.wrap("One sentence.  Two. Three! four", 12, fix_sentence_endings=True))
print(textwrap.wrap("tab\there  and  spaces", 10, drop_whitespace=False), textwrap.wrap("a\tb", 5, expand_tabs=False, replace_whitespace=False))
for width, more in ((0, {}), (5, {"max_lines": 1}), (3, {"max_lines": 1, "placeholder": "…………"})):
    try:
        print(textwrap.wrap("some words", width, **more))
    except ValueError as error:
        print("ValueError:", error)
