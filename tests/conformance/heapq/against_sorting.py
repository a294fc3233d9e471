"""Heaps, checked against sorting, over many sizes."""
import heapq
seed = 1
for size in (0, 1, 2, 3, 10, 33, 100):
    values = []
    for _ in range(size):
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        values.append(seed % 50)
    heap = list(values)
    heapq.heapify(heap)
    assert all(heap[(i - 1) // 2] <= heap[i] for i in range(1, size))
    pushed = []
    for value in values:
        heapq.heappush(pushed, value)
    assert [heapq.heappop(heap) for _ in range(size)] == sorted(values) == [heapq.heappop(pushed) for _ in range(size)]
    assert heapq.nlargest(5, values) == sorted(values, reverse=True)[:5]
    assert heapq.nsmallest(5, iter(values)) == sorted(values)[:5]
    print(size, 'ok')
