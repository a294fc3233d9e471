"""json: default=, cls=, and what cannot be written."""
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps([Point(1, 2), {"s": {3, 1}}], cls=Encoder), json.dumps(Point(1, 2), default=lambda o: o.__dict__), json.dumps({"p": Point(1, [Point(2, 3)])}, cls=Encoder, indent=1))


class Decoder(json.JSONDecoder):
    def __init__(self):
        super().__init__(object_hook=lambda d: Point(**d) if set(d) == {"x", "y"} else d)


p = json.loads('{"p": {"x": 1, "y": 2}}', cls=Decoder)["p"]
print(type(p).__name__, p.x, p.y)
loop = []
loop.append({"a": loop})
for make in [lambda: json.dumps(Point(1, 2)), lambda: json.dumps({(1,): 2}), lambda: json.dumps(loop), lambda: json.dumps(loop, indent=1), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({1, 2}), lambda: json.dumps(b"a"), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True), lambda: json.dumps([print]), lambda: json.dumps(Point(1, 2), default=lambda o: o)]:
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__ + ":", error)
json.dumps({"when": Point})
