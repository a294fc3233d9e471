"""print(file=…) calls the file's write."""
import sys


class File:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append('FLUSH')


f = File()
print(1, 'two', [3], sep='-', end='!', file=f)
print(file=f)
print('x', file=f, flush=True)
print(f.parts)
print('to stdout', file=sys.stdout)
print('to stderr', file=sys.stderr)
old, sys.stdout = sys.stdout, f
print('captured')
sys.stdout = old
print(f.parts[-2:])
print('none', file=None)
