"""str.partition and rpartition."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("key=value=x".partition("="), "key=value=x".rpartition("="))
print("none".partition("="), "none".rpartition("="), "=".partition("="), "a--b".partition("--"))
show(lambda: "a".partition(""))
show(lambda: "a".rpartition(""))
show(lambda: "a".partition(1))
