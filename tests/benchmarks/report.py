#!/usr/bin/env python3
"""Prints what native.py and browser.mjs measured as tables, beside what is asked for.

    report.py FOLDER

FOLDER holds native.json, browser.json and size.json, or some of them. Nothing here fails: numbers
of a busy machine are worth little, and who reads them can tell.
"""

import json
import math
import sys
from pathlib import Path


def load(folder, name):
    path = Path(folder) / name
    return json.loads(path.read_text()) if path.exists() else None


def milliseconds(seconds):
    return "–" if seconds is None else f"{seconds * 1000:.1f}"


def ratio(times, peer):
    """Our time against the peer's; None where one of them is not there."""
    if times is None or peer not in times or "threadbook" not in times:
        return None
    return times["threadbook"] / times[peer]


def two_digits(number):
    return "–" if number is None else f"{number:.2f}"


def print_table(header, rows):
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    for row in [header, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]
        print("| " + " | ".join(cells) + " |")
    print()


class Side:
    """One of the two comparisons: natively with CPython, in Chromium with Pyodide."""

    def __init__(self, results, peer, ours):
        self.results, self.peer = results, peer
        self.names = [results["reference"], ours, "ratio"]
        self.ratios = {}
        for name, times in results["programs"].items():
            found = ratio(times, peer)
            if found is not None:
                self.ratios[name] = found

    def cells(self, times):
        times = times or {}
        return [milliseconds(times.get(self.peer)), milliseconds(times.get("threadbook")), two_digits(ratio(times, self.peer))]

    def geometric_mean(self):
        return math.exp(sum(map(math.log, self.ratios.values())) / len(self.ratios))

    def worst(self):
        name = max(self.ratios, key=self.ratios.get)
        return f"{self.ratios[name]:.2f} ({name})"


def programs_table(sides):
    names = sorted({name for side in sides for name in side.results["programs"]})
    rows = []
    for name in names:
        rows.append([name, *(cell for side in sides for cell in side.cells(side.results["programs"].get(name)))])
    rows.append(["geometric mean", *(cell for side in sides for cell in ["", "", two_digits(side.geometric_mean())])])
    if all("start" in side.results for side in sides):
        rows.append(["start-up", *(cell for side in sides for cell in side.cells(side.results["start"]))])
    print("Best times in ms:\n")
    print_table(["program", *(name for side in sides for name in side.names)], rows)


def throughput(times):
    """What two threads do against one: the geometric mean of the programs, and each of them."""
    gains = {name: one / two for name, (one, two) in times.items()}
    mean = math.exp(sum(map(math.log, gains.values())) / len(gains))
    return f"{mean:.2f} (" + ", ".join(f"{name} {gain:.2f}" for name, gain in gains.items()) + ")"


def goals_table(native, browser, size):
    rows = []
    for side, where, must, aim in [(native, "native: time against CPython", "<= 1.0", "<= 0.5"),
                                   (browser, "Chromium: time against Pyodide", "<= 0.8", "<= 0.4")]:
        if side:
            rows.append([f"{where}, geometric mean", two_digits(side.geometric_mean()), must, aim])
            rows.append([f"{where}, worst program", side.worst(), "<= 1.5", "<= 1.0"])
    for side, where in [(native, "native"), (browser, "Chromium")]:
        if side and "gil_off" in side.results:
            rows.append([f"{where}: GIL off, 2 threads on 2 cores, throughput against 1 thread",
                         throughput(side.results["gil_off"]), ">= 1.8", ">= 1.95"])
            rows.append([f"{where}: GIL on, the same", throughput(side.results["gil_on"]), "0.95 to 1.05", ""])
    if native and "pause" in native.results:
        pause = native.results["pause"]
        rows.append([f"native: longest pause for a collection, {pause['megabytes']:.0f} MB live",
                     f"{pause['seconds'] * 1000:.1f} ms", "<= 30 ms", "<= 10 ms"])
    if size:
        rows.append(["engine part of the wasm, gzipped", f"{size['gzipped'] / 1024:.0f} KB", "<= 500 KB", "<= 350 KB"])
        rows.append(["the library's text beside it, gzipped", f"{size['library'] / 1024:.0f} KB", "", ""])
    print("Against what is asked for:\n")
    print_table(["what", "measured", "must", "aim"], rows)


def main():
    folder = sys.argv[1]
    native, browser = load(folder, "native.json"), load(folder, "browser.json")
    native = native and Side(native, "cpython", "Threadbook")
    browser = browser and Side(browser, "pyodide", "Threadbook's page")
    sides = [side for side in (native, browser) if side]
    if sides:
        programs_table(sides)
    goals_table(native, browser, load(folder, "size.json"))


if __name__ == "__main__":
    main()
