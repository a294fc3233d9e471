from threading import Thread

class Summer(Thread):
    def __init__(self, numbers):
        super().__init__()
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)

low = Summer(range(1, 51))
high = Summer(range(51, 101))
for thread in [low, high]:
    thread.start()
for thread in [low, high]:
    thread.join()
print(low.total, "+", high.total, "=", low.total + high.total)
