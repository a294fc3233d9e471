"""pprint: data on one line or several."""
from pprint import PrettyPrinter, isreadable, pformat, pp, pprint

data = {"name": "a name", "numbers": list(range(12)), "nested": {"tuple": (1,), "set": {3, 1, 2}, "empty": [{}, [], (), set()]}, 2: None, (1, 2): "key"}
pprint({"b": 1, "a": [1, 2]})
pprint(data, width=40)
pprint(data, width=30, indent=4, sort_dicts=False)
pp({"z": 1, "a": 2})
pprint(list(range(30)), width=40, compact=True)
pprint("one two three four five six seven eight nine ten", width=20)
pprint({"text": "several words that need a few lines\nand a second line"}, width=30)
print(pformat([1, [2, [3, [4]]]], depth=2), pformat(1234567, underscore_numbers=True), isreadable([1]), isreadable(print))
loop = [1]
loop.append(loop)
print(pformat(loop).replace(str(id(loop)), "ID"))
PrettyPrinter(width=10).pprint(["aaaa", "bbbb", "cccc"])
pprint(frozenset({"aaaaaaaaaaaa", "bbbbbbbbbbbb"}), width=20)
for make in [lambda: PrettyPrinter(indent=-1), lambda: PrettyPrinter(depth=0), lambda: PrettyPrinter(width=0)]:
    try:
        make()
    except ValueError as error:
        print(error)
