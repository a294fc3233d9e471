"""Asks whether what is exported of a run are trace events, and tells the story that the model tells.

    check_export.py TOLD THREADBOOK

TOLD is the program threadbook_told, THREADBOOK the command line. Every program of tests/trace/programs runs with the GIL
and without; its export is held against the format as published (the header of src/trace/chrome_trace.h names it), and
each lane, span, mark, arrow and name against the model's. Where the format leaves room, what counts is what Perfetto
makes of it: slices of a thread that overlap without one being in the other are dropped there, a flow binds to the slice
that stands at its time, and a thread's number belongs to one process. Before that the check asks itself whether it
sees what is wrong with made-up files.
"""

import bisect
import copy
import itertools
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

PROGRAMS = Path(__file__).parent / "programs"
PATIENCE = 120  # seconds

# What an event of each phase must have, besides the phase, and what it may have.
TIMED = {"name": str, "cat": str, "pid": int, "tid": int, "ts": Decimal}
FIELDS = {
    "X": (TIMED | {"dur": Decimal}, {"args": dict}),
    "i": (TIMED | {"s": str}, {"args": dict}),
    "s": (TIMED | {"id": int}, {}),
    "f": (TIMED | {"id": int, "bp": str}, {}),
    "M": ({"name": str, "pid": int, "tid": int, "args": dict}, {}),
}
MOST = 2 ** 32  # numbers of processes and threads are below it


def refuse(word):
    raise ValueError(f"{word} is no number of JSON")


def without_repeats(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError(f"a field twice: {pairs}")
    return dict(pairs)


def read(text: bytes):
    """What the file says, its numbers as they stand there. ValueError if it is not JSON in UTF-8."""
    return json.loads(text.decode("utf-8", "strict"), parse_float=Decimal, parse_constant=refuse,
                      object_pairs_hook=without_repeats)


def ns(number) -> int:
    return int(number * 1000)


# ---- the format ------------------------------------------------------------------------------------------------------

def fault_of_fields(event) -> str | None:
    if not isinstance(event, dict) or event.get("ph") not in FIELDS:
        return "is of no phase that is used here"
    must, may = FIELDS[event["ph"]]
    for name, kind in must.items():
        if name not in event:
            return f"has no {name}"
        kinds = (Decimal, int) if kind is Decimal else (kind,)
        if not isinstance(event[name], kinds) or isinstance(event[name], bool):
            return f"has a {name} of another kind"
    if unknown := set(event) - set(must) - set(may) - {"ph"}:
        return f"has {unknown}"
    if not all(0 < event[name] < MOST for name in ("pid", "tid")):
        return "has numbers of process and thread that are none"
    for name in ("ts", "dur"):
        if name in event and (event[name] < 0 or event[name] * 1000 % 1):
            return f"has a {name} that is below 0 or no whole number of ns"
    if event.get("s", "t") not in ("g", "p", "t"):
        return "is an instant of no scope"
    if event.get("bp", "e") != "e":
        return "is bound to another slice than the one around it"
    return None


def faults_of_names(events) -> list[str]:
    names = Counter((event["name"], event["pid"], event["tid"] if event["name"] == "thread_name" else 0)
                    for event in events if event["ph"] == "M")
    faults = [f"named twice: {key}" for key, count in names.items() if count > 1]
    faults += [f"metadata of no known kind: {name}" for name, _, _ in names if name not in ("process_name", "thread_name")]
    faults += [f"a name that is none: {event}" for event in events
               if event["ph"] == "M" and not (set(event["args"]) == {"name"} and isinstance(event["args"]["name"], str))]
    used = {(event["pid"], event["tid"]) for event in events}
    faults += [f"a process without a name: {pid}" for pid in {pid for pid, _ in used} if ("process_name", pid, 0) not in names]
    faults += [f"a thread without a name: {key}" for key in used if ("thread_name", *key) not in names]
    shared = Counter(tid for _, tid in used)
    return faults + [f"a thread's number in two processes: {tid}" for tid, count in shared.items() if count > 1]


def slices_of(events):
    """The slices of each thread as (begin, end), the outer before the inner."""
    slices = defaultdict(list)
    for event in events:
        if event["ph"] == "X":
            slices[event["pid"], event["tid"]].append((ns(event["ts"]), ns(event["ts"]) + ns(event["dur"])))
    return {thread: sorted(all_of_it, key=lambda s: (s[0], -s[1])) for thread, all_of_it in slices.items()}


def faults_of_slices(slices) -> list[str]:
    faults = []
    for thread, all_of_it in slices.items():
        around = []
        for begin, end in all_of_it:
            while around and around[-1] <= begin:
                around.pop()
            if around and end > around[-1]:
                faults.append(f"slices of thread {thread} that overlap, at {begin} ns")
            around.append(end)
    return faults


def faults_of_flows(events, slices) -> list[str]:
    flows, faults = defaultdict(list), []
    begins = {thread: [begin for begin, _ in all_of_it] for thread, all_of_it in slices.items()}
    last_ends = {thread: list(itertools.accumulate((end for _, end in all_of_it), max)) for thread, all_of_it in slices.items()}
    for event in events:
        if event["ph"] in "sf":
            flows[event["cat"], event["name"], event["id"]].append(event)
            time, thread = ns(event["ts"]), (event["pid"], event["tid"])
            begun = bisect.bisect_right(begins.get(thread, []), time)
            if begun == 0 or last_ends[thread][begun - 1] < time:
                faults.append(f"a flow's end that stands in no slice: {event}")
    faults += [f"a flow's number twice: {number}" for number, count in Counter(key[2] for key in flows).items() if count > 1]
    for key, ends in flows.items():
        if [end["ph"] for end in ends] != ["s", "f"]:
            faults.append(f"flow {key} has not one begin and then one end")
        elif ends[0]["ts"] > ends[1]["ts"]:
            faults.append(f"flow {key} goes back in time")
    return faults


def faults_of_format(trace) -> list[str]:
    if not isinstance(trace, dict) or not isinstance(trace.get("traceEvents"), list):
        return ["no list of trace events"]
    if trace.get("displayTimeUnit") not in ("ms", "ns"):
        return ["a unit to show times in that is none"]
    events = trace["traceEvents"]
    faults = [f"{fault}: {event}" for event in events if (fault := fault_of_fields(event))]
    if faults:
        return faults
    slices = slices_of(events)
    return faults_of_names(events) + faults_of_slices(slices) + faults_of_flows(events, slices)


# ---- the model -------------------------------------------------------------------------------------------------------

def text_of(digits: str) -> str:
    """A text of the model. What is no UTF-8, as half of a surrogate pair, is one mark that something is missing."""
    return one_mark(bytes.fromhex(digits).decode("utf-8", "replace"))


def one_mark(text: str) -> str:
    return re.sub("\ufffd+", "\ufffd", text)


def told_by_model(lines) -> Counter:
    """Each part of the story as a tuple, with the names of its lanes."""
    names, things, parts, lane = {}, {}, Counter(), None
    for line in lines:
        kind, *fields = line.split("\t")
        if kind == "thread":
            lane = ("threads", int(fields[0]))
            names[lane] = text_of(fields[1])
            parts["lane", *lane, names[lane]] += 1
        elif kind == "thing":
            lane = ("what they share", int(fields[0]))
            things[lane] = text_of(fields[2])
            names[lane] = f"{text_of(fields[1])} ({things[lane]})"
            parts["lane", *lane, names[lane]] += 1
        elif kind == "span":
            begin, end, state, place, words, sentence = fields
            parts["slice", *lane, int(begin), int(end) - int(begin), state, text_of(words), int(place), text_of(sentence)] += 1
        elif kind == "held":
            begin, end, place, words = fields
            parts["slice", *lane, int(begin), int(end) - int(begin), things[lane], text_of(words), int(place), None] += 1
        elif kind == "mark":
            thread, time, place, size = map(int, fields)
            name = "prints" if size else "exception"
            parts["mark", thread, time, f"{name}, line {place}" if place else name, size] += 1
        else:
            name = {"start": "starts", "join": "has ended", "wake": "wakes"}[fields[0]]
            parts["arrow", name, *map(int, fields[1:])] += 1
    return parts


def told_by_export(events) -> Counter:
    processes = {event["pid"]: event["args"]["name"] for event in events if event["name"] == "process_name"}

    def lane(event):
        process = processes[event["pid"]]
        return process, event["tid"] - (0 if process == "threads" else event["pid"])
    parts, begun = Counter(), {}
    for event in events:
        if event["name"] == "thread_name" and event["ph"] == "M":
            parts["lane", *lane(event), one_mark(event["args"]["name"])] += 1
        elif event["ph"] == "X":
            sentence = event["args"].get("sentence")
            parts["slice", *lane(event), ns(event["ts"]), ns(event["dur"]), event["cat"], one_mark(event["name"]),
                  event["args"]["line"], sentence and one_mark(sentence)] += 1
        elif event["ph"] == "i":
            parts["mark", event["tid"], ns(event["ts"]), event["name"], event["args"]["bytes"]] += 1
        elif event["ph"] == "s":
            begun[event["id"]] = event
        elif event["ph"] == "f":
            start = begun[event["id"]]
            parts["arrow", event["name"], start["tid"], ns(start["ts"]), event["tid"], ns(event["ts"])] += 1
    return parts


def disagreements(model: Counter, export: Counter) -> list[str]:
    return ([f"the model alone has {part}" for part in model - export] +
            [f"the export alone has {part}" for part in export - model])


# ---- whether the check sees anything ---------------------------------------------------------------------------------

def made_up():
    def slice_of(tid, ts, dur):
        return {"ph": "X", "name": "runs", "cat": "running", "pid": 1, "tid": tid, "ts": Decimal(ts), "dur": Decimal(dur),
                "args": {"line": 1, "sentence": "A ran."}}
    flow = {"name": "wakes", "cat": "flow", "pid": 1, "id": 1}
    return {"displayTimeUnit": "ms", "traceEvents": [
        {"ph": "M", "name": "process_name", "pid": 1, "tid": 1, "args": {"name": "threads"}},
        {"ph": "M", "name": "thread_name", "pid": 1, "tid": 1, "args": {"name": "A"}},
        {"ph": "M", "name": "thread_name", "pid": 1, "tid": 2, "args": {"name": "B"}},
        slice_of(1, "0.000", "4.500"), slice_of(1, "4.500", "1.000"), slice_of(2, "1.000", "3.000"),
        {"ph": "i", "name": "prints", "cat": "output", "pid": 1, "tid": 1, "ts": Decimal("2.5"), "s": "t", "args": {"bytes": 4}},
        {"ph": "s", "tid": 1, "ts": Decimal("2.000"), **flow},
        {"ph": "f", "tid": 2, "ts": Decimal("3.000"), "bp": "e", **flow}]}


# Each makes the made-up file wrong: an event's place in it, a field, and what stands there then (None: nothing).
SPOILT = [
    (0, "name", "process_nam"), (0, "args", {}), (1, "tid", 3), (2, "args", {"name": 3}), (3, "dur", None),
    (3, "dur", Decimal(-1)), (3, "dur", Decimal("4.501")), (3, "ts", None), (3, "ts", Decimal("-0.001")), (3, "name", None),
    (3, "ts", Decimal("0.0005")), (3, "ts", "0"), (4, "pid", 2), (4, "tid", 0), (5, "tid", 3), (5, "ph", "Y"), (6, "s", "x"),
    (6, "s", None), (6, "tid", 9), (6, "ts", True), (7, "ts", Decimal("3.500")), (7, "ts", Decimal(9)), (7, "id", 2),
    (7, "cat", "other"), (7, "name", "starts"), (8, "bp", None), (8, "bp", "n"), (8, "id", None), (8, "ph", "s"),
    (8, "ts", Decimal("0.500")), (8, "tid", 1 << 40),
]
NO_JSON = [b'{"a": NaN}', b'{"a": Infinity}', b'{"a": "\x01"}', b'{"a": "\xff"}', b'{"a": "\xed\xa0\x80"}', b'{"a": 1, "a": 2}',
           b'{"a": "\\x41"}', b'{"a": .5}', b'{"a": 1,}']


def blindness() -> list[str]:
    """What faults_of_format() and read() miss in what is wrong, or find where nothing is."""
    found = [f"this check sees a fault in its own file: {fault}" for fault in faults_of_format(made_up())]
    for place, field, value in SPOILT:
        spoilt = copy.deepcopy(made_up())
        spoilt["traceEvents"][place].pop(field)
        if value is not None:
            spoilt["traceEvents"][place][field] = value
        if not faults_of_format(spoilt):
            found.append(f"this check is blind to event {place} with {field} {value}")
    for text in NO_JSON:
        try:
            read(text)
            found.append(f"this check takes for JSON what is none: {text}")
        except ValueError:
            pass
    return found


# ---- the programs ----------------------------------------------------------------------------------------------------

def faults_of(told: str, program: Path, options: list[str]) -> list[str]:
    done = subprocess.run([told, str(program), *options], capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode:
        return [f"status {done.returncode}: {done.stderr.decode(errors='replace')}"]
    model, _, export = done.stdout.partition(b"json\n")
    stands_still = model.startswith(b"stands still\n")
    if stands_still != (program.parent.name == "stuck" or program.name == "deadlock.py"):
        return ["it is said that it stands still" if stands_still else "it is not said that it stands still"]
    try:
        trace = read(export)
    except ValueError as error:
        return [f"not JSON: {error}"]
    if faults := faults_of_format(trace):
        return faults
    lines = model.decode("ascii").splitlines()[stands_still:]
    return disagreements(told_by_model(lines), told_by_export(trace["traceEvents"]))


def faults_of_command(threadbook: str) -> list[str]:
    """`threadbook trace` writes that too, beside the program or where it is told to; and a picture, which is XML."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "program.py")
        program.write_text((PROGRAMS / "exported/awkward_names.py").read_text("utf-8"), "utf-8")
        for options, name in ([], "program.json"), (["-o", f"{folder}/other.json"], "other.json"), (["-o", f"{folder}/a.svg"], "a.svg"):
            done = subprocess.run([threadbook, "trace", *options, str(program)], capture_output=True, timeout=PATIENCE, check=False)
            file = Path(folder, name)
            if done.returncode or not file.is_file():
                found.append(f"threadbook trace {options}: status {done.returncode}, {done.stderr}")
            elif file.suffix == ".json":
                found += faults_of_format(read(file.read_bytes()))
            else:
                try:
                    ElementTree.fromstring(file.read_bytes().decode("utf-8", "strict"))
                except (ElementTree.ParseError, UnicodeError) as error:
                    found.append(f"the picture is no XML: {error}")
    return found


def main(told: str, threadbook: str) -> int:
    passed = failed = 0

    def count(what: str, faults: list[str]):
        nonlocal passed, failed
        passed, failed = passed + (not faults), failed + bool(faults)
        for fault in faults[:5]:
            print(f"FAILED {what}\n  {fault}")
    count("the check itself", blindness())
    count("the command", faults_of_command(threadbook))
    for program in sorted(PROGRAMS.glob("*/*.py")):
        for options in ([], ["--no-gil"]):
            count(f"{program.parent.name}/{program.name} {' '.join(options)}", faults_of(told, program, options))
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
