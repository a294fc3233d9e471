for call in (
    lambda: eval(3), lambda: exec([]), lambda: eval("1", 3), lambda: exec("1", 3), lambda: eval("1", {}, 3),
    lambda: exec("1", {}, 3), lambda: eval(), lambda: compile("1", "f", "bad"), lambda: compile(3, "f", "exec"),
    lambda: eval("nope"), lambda: eval("1", globals=3), lambda: exec(None),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
