class A:
    common = 0


a = A()
a.p = 1
a.__dict__["q"] = 2
print(a.q, vars(a), a.__dict__ == {"p": 1, "q": 2})
del a.__dict__["p"]
print(hasattr(a, "p"))
vars(a).update(z=3, y=4)
print(a.z, a.__dict__.pop("z"), a.__dict__, a.__dict__.popitem())
names = a.__dict__
a.later = 5
print(names, len(names), list(names), "later" in names, {**names}, names.items())
a.later = 6
print(names["later"], names.values(), sorted(names), bool(names))
del a.later
print(names, names.get("later"))
names.clear()
print(vars(a), a.__dict__.setdefault("w", 1), a.w)
a.__dict__["common"] = 1
print(a.common, A.common, type(a.__dict__), repr(a.__dict__))
for key, value in a.__dict__.items():
    print(key, value)
