import hashlib

print(hashlib.blake2b(b"data", digest_size=16).hexdigest(), hashlib.blake2s(b"data", digest_size=8).hexdigest())
print(hashlib.blake2b(b"data", key=b"secret").hexdigest()[:32], hashlib.blake2s(key=b"secret").hexdigest()[:32])
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2b().name, hashlib.blake2b(digest_size=5).digest_size)
made = hashlib.blake2b(b"a")
made.update(b"b")
print(made.copy().hexdigest() == hashlib.blake2b(b"ab").hexdigest())
