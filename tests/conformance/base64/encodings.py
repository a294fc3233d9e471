"""base64 and binascii: bytes as printable text, and back."""
import base64
import binascii

for data in [b"", b"a", b"ab", b"abc", b"\xff\xfe\x00hello"]:
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), binascii.hexlify(data), binascii.crc32(data))
    print(base64.b64decode(base64.b64encode(data)) == data, base64.b32decode(base64.b32encode(data)) == data, binascii.unhexlify(data.hex()) == data)
print(base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVs\nbG8="), base64.urlsafe_b64decode("_-8="), base64.encodebytes(b"x" * 60), binascii.hexlify(b"abcd", "-"))
for make in [lambda: base64.b64decode("a"), lambda: base64.b64decode("ab"), lambda: base64.b64decode("abcde"), lambda: base64.b64encode("text"), lambda: base64.b64decode("é"), lambda: base64.b64decode("a!b=", validate=True), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b32decode("a"), lambda: base64.b16decode("zz"), lambda: base64.b64decode(5)]:
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__ + ":", error)
