"""The hooks for threads to come, by their parameter's name."""
import threading


def hook(frame, event, argument):
    return None


for set_hook, get_hook in ((threading.settrace, threading.gettrace), (threading.setprofile, threading.getprofile)):
    set_hook(func=hook)
    print(get_hook() is hook)
    set_hook(func=None)
    print(get_hook())
threading.settrace(func=None)
threading.setprofile(func=None)
