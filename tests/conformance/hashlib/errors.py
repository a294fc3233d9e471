import hashlib

for call in [lambda: hashlib.md5("text"), lambda: hashlib.sha256(5), lambda: hashlib.sha1().update("text"),
             lambda: hashlib.new(5), lambda: hashlib.sha1().update(None),
             lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(key=b"k" * 33)]:
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    hashlib.new("nothing")
except ValueError as error:
    print(str(error).split(" nothing")[0])
