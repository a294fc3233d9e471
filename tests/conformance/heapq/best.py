"""nlargest and nsmallest."""
import heapq
data = [(i * 37) % 50 for i in range(40)]
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(1, data), heapq.nsmallest(1, data))
print(heapq.nlargest(0, data), heapq.nlargest(-1, data), heapq.nsmallest(100, [3, 1, 2]), heapq.nlargest(100, [3, 1, 2]), heapq.nlargest(1, []))
words = 'a bb cc ddd e fff gg'.split()
print(heapq.nlargest(3, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nlargest(2, (w for w in words), key=len))
print(heapq.nsmallest(5, iter(data)), heapq.nlargest(5, iter(data), key=lambda x: -x))
