from unittest.mock import Mock

class Real:
    attribute = 1

    def method(self):
        pass

mock = Mock(spec=Real)
mock.method(1)
print(isinstance(mock, Real), mock.method.called)
for name in ["missing", "assert_called_wth"]:
    try:
        getattr(mock, name)
    except AttributeError as error:
        print(error)
try:
    Mock(spec_set=Real).new = 5
except AttributeError as error:
    print(error)
listed = Mock(spec=["only"])
listed.only()
try:
    listed.other
except AttributeError as error:
    print(error)
deleted = Mock()
del deleted.gone
print(hasattr(deleted, "gone"), hasattr(deleted, "other"))
