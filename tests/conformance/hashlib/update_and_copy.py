import hashlib

digest = hashlib.sha256()
for part in [b"one ", b"two ", b"", b"three"]:
    digest.update(part)
print(digest.hexdigest() == hashlib.sha256(b"one two three").hexdigest())
other = digest.copy()
other.update(b"!")
print(digest.hexdigest()[:16], other.hexdigest()[:16], digest.digest() == digest.digest())
print(hashlib.new("md5", b"abc").hexdigest(), hashlib.new("SHA256").name, hashlib.new("sha1", usedforsecurity=False).name)
big = b"0123456789" * 300000
print(hashlib.md5(big).hexdigest(), hashlib.sha512(big).hexdigest()[:20])
print(hashlib.sha256("grüße".encode()).hexdigest())
print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
