#!/usr/bin/env python3
"""Prints what native.py, browser.mjs and page/run.mjs measured as tables, beside what is asked for.

    report.py FOLDER

FOLDER holds native.json, browser.json, size.json, page.json and trace.json, or some of them. Nothing here fails: numbers
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
        if not self.ratios:
            return None
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


def of_program(side, name, what, must, aim):
    """A row about one of the programs."""
    found = side.ratios.get(name)
    return [] if found is None else [[f"native: {what}, time against CPython", two_digits(found), must, aim]]


def against_bare(waits, name, bare):
    """How many times what a bare one takes: with the GIL, and without."""
    modes = [f"{waits[mode][name] / waits['bare'][bare]:.2f}" for mode in ("gil_on", "gil_off")]
    return f"{modes[0]} (GIL off {modes[1]})"


def waiting_rows(native, browser):
    rows = []
    for side, where in [(browser, "Chromium"), (native, "native")]:
        waits = side and side.results.get("waiting")
        if not waits:
            continue
        if side is browser:
            rows.append([f"{where}: a thread's start and join, against bare pthreads in the same wasm",
                         against_bare(waits, "start and join", "start and join"), "<= 1.5", "<= 1.1"])
            over = waits["gil_on"]["sleepers"] - 1
            rows.append([f"{where}: five threads that sleep a second, over it", f"{over * 100:.2f} %", "<= 1 %", "<= 0.3 %"])
        for name in ("Lock", "Condition", "Queue"):
            rows.append([f"{where}: hand-over by {name}, against a bare condition variable",
                         against_bare(waits, name, "hand-over"), "<= 2", "<= 1.2"])
    if native:
        rows += of_program(native, "locks", "a free Lock acquired and released", "<= 1.0", "<= 0.5")
        rows += of_program(native, "queues", "100 000 items through a Queue, 2 producers, 2 consumers", "<= 1.0", "<= 0.3")
        rows += of_program(native, "executor", "10 000 calls by ThreadPoolExecutor.map, 4 workers", "<= 1.0", "<= 0.3")
        rows += of_program(native, "many_threads", "1000 threads started and joined", "<= 1.0", "")
        rows += of_program(native, "ten_thousand_threads", "10 000 threads started and joined", "<= 1.0", "<= 0.5")
    if native and browser:
        ours, theirs = (side.results["programs"].get("ten_thousand_threads", {}) for side in (browser, native))
        if "threadbook" in ours and "cpython" in theirs:
            rows.append(["Chromium: 10 000 threads started and joined, time against CPython native",
                         two_digits(ours["threadbook"] / theirs["cpython"]), "<= 1.0", "<= 0.5"])
    return rows


def waiting_table(sides):
    """Microseconds of a hand-over and of a thread's start and join, wherever they were measured."""
    named = {"bare": "bare", "gil_on": "Threadbook", "gil_off": "Threadbook, GIL off", "cpython": "CPython"}
    rows = []
    for side, where in sides:
        waits = side and side.results.get("waiting")
        if not waits:
            continue
        for name, bare in [("Lock", "hand-over"), ("Condition", "hand-over"), ("Queue", "hand-over"),
                           ("start and join", "start and join")]:
            times = [waits.get(mode, {}).get(bare if mode == "bare" else name) for mode in named]
            shown = name if bare == name else f"hand-over by {name}"
            rows.append([f"{where}: {shown}", *("–" if time is None else f"{time * 1e6:.1f}" for time in times)])
    if rows:
        print("Threads that wait, best times in µs:\n")
        print_table(["what", *named.values()], rows)


def goals_table(native, browser, size):
    rows = []
    for side, where, must, aim in [(native, "native: time against CPython", "<= 1.0", "<= 0.5"),
                                   (browser, "Chromium: time against Pyodide", "<= 0.8", "<= 0.4")]:
        if side and side.ratios:
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
    rows += waiting_rows(native, browser)
    if size:
        rows.append(["engine part of the wasm, gzipped", f"{size['gzipped'] / 1024:.0f} KB", "<= 500 KB", "<= 350 KB"])
        rows.append(["the library's text beside it, gzipped", f"{size['library'] / 1024:.0f} KB", "", ""])
    print("Against what is asked for:\n")
    print_table(["what", "measured", "must", "aim"], rows)


def rows_table(title, page):
    print(f"{title}\n")
    columns = ["what", "measured", "must", "aim"]
    print_table(columns, [[row[column] for column in columns] for row in page["rows"]])


def main():
    folder = sys.argv[1]
    native, browser = load(folder, "native.json"), load(folder, "browser.json")
    native = native and Side(native, "cpython", "Threadbook")
    browser = browser and Side(browser, "pyodide", "Threadbook's page")
    sides = [side for side in (native, browser) if side]
    if any(side.results["programs"] for side in sides):
        programs_table(sides)
    waiting_table([(browser, "Chromium"), (native, "native")])
    if native or browser:
        goals_table(native, browser, load(folder, "size.json"))
    page = load(folder, "page.json")
    if page:
        rows_table("The page's weight and speed, the median of several visits; the first visit as a picture: "
                   "build/bench/waterfall.svg", page)
    recording = load(folder, "trace.json")
    if recording:
        rows_table("What it costs to record what threads do", recording)
    exploring = load(folder, "exploring.json")
    if exploring:
        rows_table("The search for every order", exploring)


if __name__ == "__main__":
    main()
