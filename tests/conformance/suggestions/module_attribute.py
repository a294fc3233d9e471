# A misspelt name of a module that is written in Python.
import threading

threading.Tread()
