# stdin: "".join([f"line {i} {'x' * (i % 50)}\n" for i in range(1000)])
# Threads that read at once get whole lines, each once.
import sys
import threading

taken = [[] for _ in range(4)]


def by_input(lines):
    while True:
        try:
            lines.append(input())
        except EOFError:
            return


def by_line(lines):
    while line := sys.stdin.readline():
        lines.append(line.rstrip("\n"))


threads = [threading.Thread(target=work, args=(lines,)) for work, lines in zip((by_input, by_line, by_input, by_line), taken)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lines = sum(taken, [])
print(len(lines), sorted(lines) == sorted(f"line {i} {'x' * (i % 50)}" for i in range(1000)))
