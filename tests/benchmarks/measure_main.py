# Follows the text of each program in programs/: the best of three times of main(), and its answer.
from time import perf_counter

seconds = []
for _ in range(3):
    begin = perf_counter()
    answer = main()
    seconds.append(perf_counter() - begin)
print(min(seconds), answer)
