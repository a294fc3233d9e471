# compare: pyodide
"""settrace_all_threads() and setprofile_all_threads() take None."""
import threading

print(threading.settrace_all_threads(None), threading.setprofile_all_threads(None))
print(threading.gettrace(), threading.getprofile())
