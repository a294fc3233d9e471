"""bytes.join() takes what is like bytes."""
print(b"-".join([bytearray(2), b"x", bytearray(b"y")]), b"".join([bytearray(b"only")]), b",".join(iter([b"a"])))
for wrong in ([b"a", "b"], [bytearray(1), 1], [object], 5):
    try:
        b"".join(wrong)
    except TypeError as error:
        print(error)
