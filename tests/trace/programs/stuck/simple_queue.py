# Standstill: MainThread can never go on.
# MainThread waits in line 7 for line, and nobody is left who could serve it.
# MainThread → line → nobody
import queue

line = queue.SimpleQueue()
line.get()
