"""threading.settrace() and setprofile() remember a function for threads to come."""
import threading

print(threading.gettrace(), threading.getprofile())
threading.settrace(print)
threading.setprofile(max)
print(threading.gettrace() is print, threading.getprofile() is max)
threading.settrace(None)
threading.setprofile(None)
print(threading.gettrace(), threading.getprofile())
