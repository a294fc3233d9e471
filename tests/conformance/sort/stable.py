"""Sorting is stable, forwards and backwards."""
words = 'the quick brown fox jumps over the lazy dog and runs away from it'.split()
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True), sep='\n')
pairs = [(i * 7 % 5, i) for i in range(20)]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
print(sorted([True, 1, 1.0, False, 0]), sorted([True, 1, 1.0, False, 0], reverse=True))
