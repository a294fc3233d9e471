"""50 MB that live, of the kinds programs have, while much more is made and dropped: what does a collection cost?"""


class Record:
    def __init__(self, number, name):
        self.number = number
        self.name = name
        self.scores = [number, number * 2, number * 0.5]
        self.tags = {"even": number % 2 == 0, "name": name}


def main():
    records = {f"record {n}": Record(n, f"name {n}") for n in range(78_000)}
    pairs = [(n, str(n)) for n in range(150_000)]
    total = 0
    for n in range(1_500_000):
        total += len([n, (n, n)])
    return total, len(records), len(pairs)


print(main())
