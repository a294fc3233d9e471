"""Text taken apart: split, strip, replace, find, upper, in, slices, characters."""


def main():
    line = "  The quick brown fox, jumping over the lazy dog; and back again.  "
    count = 0
    for i in range(20_000):
        words = line.strip().replace(",", "").split(" ")
        for word in words:
            if "o" in word:
                count += len(word.upper())
            if word.startswith("j") or word.endswith("."):
                count += word.find("n")
        count += len(line[i % 30:-2])
    vowels = 0
    for c in line * 2_000:
        if c in "aeiou":
            vowels += 1
    return count, vowels
