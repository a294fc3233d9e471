class Watched(list):
    def __getitem__(self, index):
        print("getitem", index)
        return super().__getitem__(index)

    def __len__(self):
        print("len")
        return super().__len__()


match Watched([1, 2, 3, 4]):
    case [a, *_, b]:
        print(a, b)
match Watched([1, 2]):
    case [_, _]:
        print("two")
match Watched([1, 2]):
    case [*_]:
        print("any")
