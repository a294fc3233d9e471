# stdin: "".join([f"line {i} {'x' * (i % 50)}\n" for i in range(1000)])
# Threads that read the buffer at once get whole lines, each once. (For the text above it CPython promises nothing.)
import sys
import threading

taken = [[] for _ in range(4)]


def read(lines):
    while line := sys.stdin.buffer.readline():
        lines.append(line)


threads = [threading.Thread(target=read, args=(lines,)) for lines in taken]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lines = sum(taken, [])
print(len(lines), sorted(lines) == sorted(f"line {i} {'x' * (i % 50)}\n".encode() for i in range(1000)))
