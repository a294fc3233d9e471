import hashlib
import hmac

print(hmac.new(b"key", b"message", "sha256").hexdigest())
print(hmac.new(b"k" * 100, b"message", hashlib.md5).hexdigest())
made = hmac.new(b"key", digestmod="sha1")
made.update(b"mes")
other = made.copy()
made.update(b"sage")
print(made.hexdigest(), other.hexdigest() != made.hexdigest(), made.name, made.digest_size, made.block_size)
print(hmac.digest(b"key", b"message", "sha256").hex())
print(hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"), hmac.compare_digest(b"a", b"ab"))
for call in [lambda: hmac.new("key", b"", "md5"), lambda: hmac.new(b"key", b""), lambda: hmac.compare_digest("a", b"a")]:
    try:
        call()
    except TypeError as error:
        print(error)
