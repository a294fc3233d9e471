from collections.abc import MutableSequence, Sequence


class Letters(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


letters = Letters("a", "b", "a", "c")
print(list(letters), "b" in letters, "z" in letters, letters.index("a"), letters.index("a", 1), letters.count("a"))
print(list(reversed(letters)), letters[-1], letters[1:3], isinstance(letters, Sequence))
for action in (lambda: letters.index("z"), lambda: letters.index("a", 3)):
    try:
        action()
    except ValueError as error:
        print(repr(error))


class Logged(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        print("insert", index, value)
        self.items.insert(index, value)


logged = Logged(1, 2)
logged.append(3)
logged.extend([4, 5])
logged += [6]
logged.extend(logged)
print(logged.pop(), logged.pop(0), logged.items)
logged.remove(3)
logged.reverse()
print(logged.items)
logged.clear()
print(len(logged), logged.items)
try:
    logged.pop()
except IndexError as error:
    print(error)
