"""The module faulthandler: where all threads are, told at once or when something takes too long.

A program here cannot crash the engine, so enable() has nothing to do but to remember that it was called.
"""
import sys
import threading

from _sys import _frames

_is_enabled = False
_alarm = None    # the Event that cancels dump_traceback_later()


def enable(file=None, all_threads=True):
    global _is_enabled
    _writer(file)
    _is_enabled = True


def disable():
    global _is_enabled
    was_enabled = _is_enabled
    _is_enabled = False
    return was_enabled


def is_enabled():
    return _is_enabled


def dump_traceback(file=None, all_threads=True):
    """Writes the stacks of all threads, or of the calling one."""
    write = _writer(file)
    if all_threads:
        write(_all_stacks(threading.get_ident()))
    else:
        write("Stack (most recent call first):\n" + _stack(sys._getframe()))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Writes the stacks of all threads after `timeout` seconds, unless it is cancelled."""
    global _alarm
    if not isinstance(timeout, (int, float)):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    if timeout > threading.TIMEOUT_MAX:
        raise OverflowError("timestamp out of range for platform time_t")
    write = _writer(file)
    cancel_dump_traceback_later()
    cancelled = _alarm = threading.Event()

    def watch():
        while not cancelled.wait(timeout):
            write(f"Timeout ({_duration(timeout)})!\n" + _all_stacks(None, threading.get_ident()))
            if exit:
                import os

                os._exit(1)
            if not repeat:
                return

    threading.Thread(target=watch, name="faulthandler", daemon=True).start()


def cancel_dump_traceback_later():
    if _alarm is not None:
        _alarm.set()


def _writer(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("sys.stderr is None")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descripter")
        return _write_nothing if (stream := _streams().get(file)) is None else stream.write
    file.fileno()
    return file.write


def _streams():
    """By their numbers, those to which a program can write."""
    return {1: sys.__stdout__, 2: sys.__stderr__}


def _write_nothing(text):
    """What becomes of what is written to a number that is no file's: CPython does not complain either."""


def _all_stacks(current, left_out=None):
    stacks = []
    for ident, frame in _frames():
        if ident != left_out:
            thread = "Current thread" if ident == current else "Thread"
            stacks.append(f"{thread} 0x{ident:016x} (most recent call first):\n{_stack(frame)}")
    return "\n".join(stacks)


def _stack(frame):
    lines = []
    while frame is not None:
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n')
        frame = frame.f_back
    return "".join(lines)


def _duration(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    whole = int(seconds)
    microseconds = round((seconds - whole) * 1e6)
    fraction = f".{microseconds:06d}" if microseconds else ""
    return f"{hours}:{minutes:02d}:{whole:02d}{fraction}"
