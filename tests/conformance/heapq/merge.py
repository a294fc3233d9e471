"""merge: sorted iterables as one."""
import heapq
print(list(heapq.merge([1, 4, 7], [2, 4, 8], (0, 9))), list(heapq.merge()), list(heapq.merge([1])), list(heapq.merge([], [3])))
print(list(heapq.merge('adg', 'beh', key=str.upper)), list(heapq.merge([7, 4], [8, 1], reverse=True)))
print(list(heapq.merge(['aa', 'b'], ['cc', 'd'], key=len, reverse=True)))
it = heapq.merge((print('asked'), i)[1] for i in range(3))
print(next(it), next(it))
print(list(heapq.merge([(1, 'a'), (2, 'b')], [(1, 'c')], key=lambda p: p[0])))
