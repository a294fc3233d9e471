"""Eight to eleven queens with bit masks: recursion, & | << >>."""


def solutions(all_columns, columns, left, right):
    if columns == all_columns:
        return 1
    count = 0
    free = all_columns & ~(columns | left | right)
    while free:
        place = free & -free
        free ^= place
        count += solutions(all_columns, columns | place, (left | place) << 1, (right | place) >> 1)
    return count


def main():
    return [solutions((1 << n) - 1, 0, 0, 0) for n in (8, 9, 10, 11)]
