"""json.loads: what documents stand for."""
import io
import json

for text in ['{"a": [1, -2, 3.5, 1e3, 1.5E-3, true, false, null], "b": {"c": "d"}}', ' [ ] ', '{}', '"a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"é€😀"', '-0', '-0.0', '12345678901234567890', '1E400', 'NaN', '-Infinity', '[[[[1]]]]', '"\\ud83d"', '0', '"plain"', '{"a": 1, "a": 2}', '\t\n\r 1 \n']:
    print(ascii(text), ascii(json.loads(text)), type(json.loads(text)).__name__)
print(json.loads(b'{"a": "\xc3\xa9"}'), json.load(io.StringIO("[1, 2]")))
print(json.loads('[1, 2.5, "x"]', parse_int=str, parse_float=lambda s: "f" + s), json.loads("[NaN, Infinity]", parse_constant=str.lower))
print(json.loads('{"a": {"b": 1}, "c": [{}]}', object_hook=lambda d: sorted(d.items(), key=str)), json.loads('{"b": 1, "a": {"x": 2}}', object_pairs_hook=tuple))
print(json.JSONDecoder().raw_decode("[1] tail"), len(json.loads("[" + ", ".join(["1"] * 5000) + "]")))
deep = json.loads("[" * 100 + "7" + "]" * 100)
while isinstance(deep, list):
    deep = deep[0]
print(deep, json.loads('"a\\tb"', strict=True), ascii(json.loads('"a\tb"', strict=False)))
