"""The levels of logging, as numbers and names."""

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {
    CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG",
    NOTSET: "NOTSET",
}
_numbers = {
    "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING,
    "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
}


def getLevelNamesMapping():
    return dict(_numbers)


def getLevelName(level):
    """The name of a number, the number of a name, or "Level N"."""
    name = _names.get(level)
    if name is not None:
        return name
    number = _numbers.get(level)
    return f"Level {level}" if number is None else number


def addLevelName(level, levelName):
    _names[level] = levelName
    _numbers[levelName] = level


def check_level(level):
    """The number of a level that is given as a number or a name."""
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _numbers:
        raise ValueError(f"Unknown level: {level!r}")
    return _numbers[level]
