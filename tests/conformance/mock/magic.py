from unittest.mock import MagicMock, Mock

magic = MagicMock()
print(len(magic), bool(magic), list(magic), 3 in magic, int(magic), float(magic))
magic.__len__.return_value = 4
magic.__getitem__.return_value = "item"
magic.__iter__.return_value = [1, 2]
print(len(magic), magic["key"], list(magic))
with magic as entered:
    print(entered is magic.__enter__.return_value)
magic.__getitem__.assert_called_once_with("key")
magic.__str__ = Mock(return_value="as text")
print(str(magic))
try:
    len(Mock())
except TypeError as error:
    print(error)
