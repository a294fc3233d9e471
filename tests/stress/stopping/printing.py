# More output than anybody reads.
import sys
import threading


def flood(stream, width):
    line = "é" * width
    while True:
        print(line, file=stream)


for number in range(3):
    threading.Thread(target=flood, args=(sys.stderr if number == 1 else sys.stdout, 10 ** (number + 1))).start()
flood(sys.stdout, 50)
