"""Numbers of every distribution."""
import random

def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)

random.seed(2024)
for name, arguments in (('uniform', (1, 10)), ('uniform', (10, 1)), ('triangular', ()), ('triangular', (0, 10, 3)), ('triangular', (5, 5)),
                        ('gauss', (0, 1)), ('gauss', (10, 2)), ('gauss', ()), ('normalvariate', (0, 1)), ('normalvariate', ()), ('lognormvariate', (0, 0.5)),
                        ('expovariate', (1.5,)), ('vonmisesvariate', (0, 4)), ('vonmisesvariate', (1, 0)), ('gammavariate', (2, 3)),
                        ('gammavariate', (1, 1)), ('gammavariate', (0.5, 1)), ('betavariate', (2, 5)), ('paretovariate', (3,)), ('weibullvariate', (1, 1.5))):
    print(name, *[repr(getattr(random, name)(*arguments)) for _ in range(3)])
attempt(random.gammavariate, 0, 1)
attempt(random.expovariate, 0)
