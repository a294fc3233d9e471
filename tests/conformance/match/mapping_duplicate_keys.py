class Keys:
    a = "x"
    b = "x"


match {"x": 1, "y": 2}:
    case {Keys.a: 1, Keys.b: 2}:
        print("no")
