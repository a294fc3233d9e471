import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.version, u.variant)
print(u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.time)
for other in [uuid.UUID("{12345678123456781234567812345678}"), uuid.UUID("urn:uuid:12345678-1234-5678-1234-567812345678"),
              uuid.UUID(bytes=u.bytes), uuid.UUID(bytes_le=u.bytes_le), uuid.UUID(int=u.int), uuid.UUID(fields=u.fields)]:
    print(other == u, hash(other) == hash(u))
print(u < uuid.UUID(int=0), sorted([u, uuid.UUID(int=5)])[0], u == "x", int(uuid.UUID(int=7)), uuid.UUID(int=1, version=4))
for call in [lambda: uuid.UUID("short"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"),
             lambda: uuid.UUID(int=1, version=9), lambda: uuid.UUID(fields=(1, 2)), lambda: setattr(u, "int", 5)]:
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
