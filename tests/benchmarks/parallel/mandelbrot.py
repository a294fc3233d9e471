"""Floats and calls of a function: the area of the Mandelbrot set."""


def escapes(x, y):
    a = b = 0.0
    for step in range(60):
        a, b = a * a - b * b + x, 2.0 * a * b + y
        if a * a + b * b > 4.0:
            return True
    return False


def work():
    inside = 0
    for row in range(320):
        for column in range(320):
            if not escapes(column / 120 - 2, row / 120 - 1.3):
                inside += 1
    return inside
