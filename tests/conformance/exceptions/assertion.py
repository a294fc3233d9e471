try:
    assert 1 + 1 == 3
except AssertionError as error:
    print(repr(error))
try:
    assert [], "the list is empty"
except AssertionError as error:
    print(repr(error))
assert True, 1 / 0
print("passed")
