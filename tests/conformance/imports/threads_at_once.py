# Threads that import the same modules at once all get them whole.
import threading

found = []

def load():
    import importlib.util
    import traceback
    import importlib.machinery
    found.append((importlib.util.find_spec is not None, traceback.print_exc is not None,
                  importlib.machinery.ModuleSpec.__name__))

threads = [threading.Thread(target=load) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), set(found))
