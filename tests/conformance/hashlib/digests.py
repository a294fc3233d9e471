import hashlib

for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
             "blake2b", "blake2s"]:
    make = getattr(hashlib, name)
    for data in [b"", b"abc", b"x" * 63, b"x" * 64, b"y" * 1000]:
        print(name, make(data).hexdigest())
    made = make(b"abc")
    print(made.name, made.digest_size, made.block_size, len(made.digest()))
for name in ["shake_128", "shake_256"]:
    print(getattr(hashlib, name)(b"abc").hexdigest(20), getattr(hashlib, name)().digest_size)
