# A constant in lower case, as other languages have it.
import builtins

print(sorted({"True", "False", "None", "__debug__"} & set(dir(builtins))), builtins.__dict__["None"], builtins.True_ if hasattr(builtins, "True_") else "")
print(getattr(builtins, "True"), vars(builtins)["False"])
done = false
