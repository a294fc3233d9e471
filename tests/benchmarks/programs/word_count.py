"""Words counted in a dict, sorted by how often they come, joined to a text."""


def main():
    words = [f"word{(i * 7919) % 5003}" for i in range(100_000)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    for word in words:
        counts[word] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    text = ", ".join(f"{word} {count}" for word, count in ranked)
    return len(text), text[:20]
