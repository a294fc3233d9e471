"""threading.settrace() and setprofile() are for threads started later; sys.settrace() is for one thread."""
import sys, threading
lock = threading.Lock()
seen = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    if event in ("call", "return"):
        with lock:
            seen.append((threading.current_thread().name, frame.f_code.co_name, event))
    return tracer
def work():
    return 1
def target():
    work()
threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
t = threading.Thread(target=target, name="A")
t.start(); t.join()
threading.settrace(None)
t = threading.Thread(target=target, name="B")
t.start(); t.join()
print(seen)

seen.clear()
threading.setprofile(tracer)
t = threading.Thread(target=target, name="C")
t.start(); t.join()
threading.setprofile(None)
print(seen)

# sys.settrace in one thread only
seen.clear()
def own():
    sys.settrace(tracer)
    target()
    sys.settrace(None)
    target()
t = threading.Thread(target=own, name="D")
t.start(); 
t.join()
target()
print(seen, sys.gettrace())
