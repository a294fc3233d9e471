# Standard output comes first, the status is 1.
print("before")
raise ValueError("nobody catches this")
