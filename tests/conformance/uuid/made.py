import uuid

print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_URL, "http://example.org/ü").version)
made = {uuid.uuid4() for _ in range(50)}
print(len(made), {each.version for each in made}, {each.variant for each in made}, {len(str(each)) for each in made})
print(uuid.uuid4().is_safe)
