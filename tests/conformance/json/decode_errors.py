"""json.JSONDecodeError: what is wrong with a document, and where."""
import json

for text in ['"a\\q"', '"a\\u12"', '"a', '"a\n"', '{', '{1', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '[', '[1', '[1,', '[1,]', '', ' ', 'x', '1 2', 'tru', '-', '01', '[1 2]', '{"a" 1}', '"\\', 'nan', '1.', '1e', '{"a":1 "b"}', '\ufeff1', '"\\u123g"', '[,1]', '{,}', '"\t"', '{"a":1}x', "{'a': 1}", '[1,\n 2,\n x]', '-x', '.5', '+1', '"\\ud83d\\u12"', '[1}', '{"a":1]']:
    try:
        print(ascii(text), ascii(json.loads(text)))
    except json.JSONDecodeError as error:
        print(ascii(text), "|", error, "|", error.msg, error.pos, error.lineno, error.colno, error.doc == text)
for value in (5, None):
    try:
        json.loads(value)
    except TypeError as error:
        print(error)
from json.decoder import JSONDecodeError
import json.encoder

print(JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder is json.JSONEncoder, JSONDecodeError.__module__)
print(issubclass(json.JSONDecodeError, ValueError), json.decoder.JSONDecodeError is json.JSONDecodeError)
json.loads('{"a": }')
