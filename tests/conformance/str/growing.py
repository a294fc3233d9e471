"""A string built by appending shares its storage, but every value stays what it was."""

text = ""
kept = []
for i in range(2000):
    text += str(i % 10)
    if i % 250 == 0:
        kept.append(text)
print(len(text), [len(k) for k in kept], all(text.startswith(k) for k in kept))
base = "x" * 500
base += "!"
left = base + "left"
right = base + "right"
print(left[-6:], right[-6:], base[-2:], len(left), len(right), len(base))
wide = base + "☃"
wide += "tail"
other = wide + "☃☃"
print(wide[-6:], other[-4:], base == "x" * 500 + "!", hash(left) == hash("x" * 500 + "!left"))
big = "ab" * 100000
for _ in range(20):
    big += "c"
print(len(big), big[-25:], big.count("c"))
