"""A class derived from deque."""
from collections import deque


class Window(deque):
    def __init__(self, size):
        super().__init__(maxlen=size)
        self.total = 0

    def append(self, item):
        if len(self) == self.maxlen:
            self.total -= self[0]
        self.total += item
        super().append(item)


w = Window(3)
for i in range(6):
    w.append(i)
    print(list(w), w.total)
print(w == deque([3, 4, 5]), len(w), w)
