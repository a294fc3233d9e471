"""Everything that threading promises is there."""
import threading

for name in ("get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
             "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
             "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace", "getprofile", "get_native_id"):
    thing = getattr(threading, name)
    print(name, name in threading.__all__, type(thing).__name__ if name not in ("Lock", "get_ident", "get_native_id", "stack_size", "excepthook") else "")
for name in ("Condition", "Event", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer"):
    print(getattr(threading, name))
