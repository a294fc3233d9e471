"""json.dumps: data as text."""
import io
import json

data = {"name": "Ann \"A\" Ö", "list": [1, -2.5, 1e100, True, False, None, (1, 2)], "empty": [{}, [], ""], "nested": {"k": {"z": 1, "a": [1]}}}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="\t", sort_keys=True))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, [2]], indent=0), json.dumps(data, ensure_ascii=False))
print(json.dumps("é\u20ac\U0001f600\x7f\x00\"\\/\n\r\t\b\f"), json.dumps("é\u2028\x7f\x1f", ensure_ascii=False))
print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5, "a": 6, False: 7}), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps({(1,): 2, "a": 1}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True, indent=1))
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.dumps(10 ** 30), json.dumps(0.1), json.dumps(1e16), json.dumps(-0.0), json.dumps(True), json.dumps("x"), json.dumps(None))
print(json.loads(json.dumps(data)) == {**data, "list": [1, -2.5, 1e100, True, False, None, [1, 2]]})
out = io.StringIO()
json.dump(data["nested"], out, indent=1)
print(out.getvalue())


class Number(int):
    def __repr__(self):
        return "no"


class Text(str):
    pass


print(json.dumps([Number(5), Text("t"), {Text("k"): Number(1)}]), "".join(json.JSONEncoder().iterencode([1, {"a": None}])), len(json.dumps(list(range(3000)))))
