import sys
print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
sys.setswitchinterval(1)
print(sys.getswitchinterval())
for value in (0, -1, "a"):
    try:
        sys.setswitchinterval(value)
    except Exception as error:
        print(type(error).__name__, error)
