try:
    print("before")
    [][0]
finally:
    print("finally")
