"""Floats that are not ordered do no harm."""
nan = float('nan')
a = sorted([3.0, nan, 1.0, 2.0, nan, 0.5])
print(len(a), sorted(str(x) for x in a))
print(sorted([0.0, -0.0, 0]), sorted([-0.0, 0.0]), sorted([float('inf'), 1, float('-inf')]))
