def never():
    return [
        [1, 2]
        [3, 4]
    ]


print("run")
