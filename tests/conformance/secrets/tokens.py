import secrets

print(len(secrets.token_bytes(10)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), len(secrets.token_bytes()))
print(0 <= secrets.randbelow(5) < 5, secrets.choice([7]), 0 <= secrets.randbits(8) < 256, secrets.compare_digest(b"a", b"a"))
print(len({secrets.token_hex(16) for _ in range(100)}), set(secrets.token_urlsafe(300)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
try:
    secrets.randbelow(0)
except ValueError as error:
    print(error)
