def kind(value):
    match value:
        case {"x": x, "y": y, **rest}:
            return f"point {x} {y} {rest}"
        case {"x": 0}:
            return "x is zero"
        case {"inner": {"deep": [a, b]}}:
            return f"deep {a} {b}"
        case {1: "one" | "uno" as word, None: _}:
            return f"one {word}"
        case {}:
            return "a mapping"
        case _:
            return "none"


for value in (
    {"x": 1, "y": 2}, {"x": 1, "y": 2, "z": 3}, {"x": 0}, {"x": 0, "w": 1}, {"x": 5}, {"inner": {"deep": (1, 2)}},
    {"inner": {"deep": 1}}, {1: "uno", None: 0}, {1: "uno"}, {}, [], "x",
):
    print(value, kind(value))
