"""Tracing a function that calls itself too often."""
import sys

events = 0


def tracer(frame, event, arg):
    global events
    events += 1
    return tracer


def deeper(n):
    return deeper(n + 1)


sys.settrace(tracer)
try:
    deeper(0)
except RecursionError as error:
    print("RecursionError")
sys.settrace(None)
print(events > 1000)

for function in (sys.settrace, sys.setprofile, sys.gettrace):
    try:
        function(1, 2)
    except TypeError as error:
        print(error)
