# A constant in lower case.
while true:
    break
