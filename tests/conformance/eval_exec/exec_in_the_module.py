exec("a = 1\nb = a + 1")
print(a, b)


def function():
    c = 1
    exec("c = 2; print('inside', c)")
    print("outside", c)
    exec("global d; d = c * 7")


function()
print(d)
exec("for i in range(2):\n    print(i)\nelse:\n    print('end')\n")
exec("")
exec("# only a comment")
print(exec("e = 1"))
