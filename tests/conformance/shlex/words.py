"""shlex: split, quote, join."""
import shlex

for line in ["a b  c", "one 'two three' four\\ five", 'say "a \\"b\\" \\n c"', "a'b'c \"\"", "# not a comment", "", "x\ty\nz"]:
    print(repr(line), shlex.split(line), shlex.split(line, comments=True))
for word in ["plain", "two words", "it's", "", "$HOME", "a/b.c", "é"]:
    print(shlex.quote(word), shlex.split(shlex.quote(word)) == [word])
print(shlex.join(["echo", "a b", "c"]))
for line in ["'open", '"open', "end\\"]:
    try:
        print(shlex.split(line))
    except ValueError as error:
        print(repr(line), error)
