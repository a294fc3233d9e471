"""A test that fails in some order, and one that does not."""
import threading
import unittest


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self):
        self.value += 1

    def add_safely(self):
        with self.lock:
            self.value += 1


def run_twice(target):
    threads = [threading.Thread(target=target) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class CounterTest(unittest.TestCase):
    def setUp(self):
        self.counter = Counter()

    def test_add(self):
        run_twice(self.counter.add)
        self.assertEqual(self.counter.value, 2)

    def test_safely(self):
        run_twice(self.counter.add_safely)
        self.assertEqual(self.counter.value, 2)
