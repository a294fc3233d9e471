"""Lists: append, pop, index, slices, comprehensions, a product of matrices."""


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def main():
    stack = []
    for i in range(200_000):
        stack.append(i)
    total = 0
    while stack:
        total += stack.pop()
    numbers = [n * 3 % 1009 for n in range(100_000)]
    evens = [n for n in numbers if n % 2 == 0]
    for i in range(1, len(numbers)):
        numbers[i] = numbers[i] + numbers[i - 1] & 1023
    halves = [numbers[i:i + 10] for i in range(0, len(numbers), 10)]
    matrix = [[i + j for j in range(45)] for i in range(45)]
    return total, len(evens), len(halves), numbers[-1], product(matrix, matrix)[3][4]
