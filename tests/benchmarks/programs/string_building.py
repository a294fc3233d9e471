"""Text made piece by piece: += in a loop, f-strings, str(), join."""


def main():
    text = ""
    for i in range(100_000):
        text += "x" if i % 3 else str(i)
    lines = []
    for i in range(60_000):
        lines.append(f"{i}: {i * 0.5:.2f} {'even' if i % 2 == 0 else 'odd'}")
    page = "\n".join(lines)
    return len(text), len(page)
