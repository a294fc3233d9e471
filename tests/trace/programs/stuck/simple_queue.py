# Standstill: MainThread can never go on.
# MainThread waits in line 6 for line, and nobody is left who could serve it.
import queue

line = queue.SimpleQueue()
line.get()
