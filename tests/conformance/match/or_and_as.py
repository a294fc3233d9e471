def kind(value):
    match value:
        case ("go", direction) | ("move", "to", direction):
            return f"to {direction}"
        case (1 | 2 | 3) as small:
            return f"small {small}"
        case [("a" | "b") as letter, int() | float() as number] as whole:
            return f"{letter} {number} {whole}"
        case {"k": [x, y] as pair} | {"j": [x, y] as pair}:
            return f"{x} {y} {pair}"
        case str() | None as nothing:
            return f"nothing {nothing!r}"


for value in (("go", "north"), ("move", "to", "south"), 2, ["a", 5], ["b", 2.5], ["c", 1], {"k": [1, 2]}, {"j": [3, 4]}, None, "", 9):
    print(kind(value))
