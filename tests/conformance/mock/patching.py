import time
from unittest.mock import MagicMock, patch

class Thing:
    value = 1

    def method(self):
        return "real"

with patch("time.time", return_value=12.5) as fake:
    print(time.time(), fake.call_count)
print(time.time() != 12.5)
with patch.object(Thing, "method", return_value="fake") as method:
    print(Thing().method(), method.call_args)
print(Thing().method(), Thing.value)
with patch.object(Thing, "value", 5):
    print(Thing.value)
print(Thing.value)

@patch("time.sleep")
def sleeps(sleep):
    time.sleep(100)
    sleep.assert_called_once_with(100)
    return "slept"

print(sleeps(), sleeps.__name__)
data = {"a": 1}
with patch.dict(data, {"b": 2}, c=3):
    print(sorted(data.items()))
with patch.dict(data, clear=True):
    print(data)
print(data)
for target in ["time.nothing", "nodots"]:
    try:
        with patch(target):
            pass
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, str(error).split("'time'")[-1][-50:])
patcher = patch.object(Thing, "value", 9)
patcher.start()
print(Thing.value)
patcher.stop()
print(Thing.value)
thing = Thing()
with patch.object(thing, "method"):
    print(isinstance(thing.method, MagicMock))
print(thing.method(), "method" in vars(thing))
