"""A thread's target may be any callable: builtins that look at the frame that calls them find none."""
import threading


def run(target, *args):
    thread = threading.Thread(target=target, args=args, name=getattr(target, "__name__", "?"))
    thread.start()
    thread.join()
    print(thread.name, "ended")


run(print, "printed")
run(exec, "print('executed')")
run(eval, "print('evaluated')")
run(compile, "1 + 1", "text", "eval")
run(sorted, [2, 1])
run(type, "Made", (), {})
run(isinstance, 1, int)
run(len, "abc")
run(dict, {"a": 1})
run([].append, 1)
run("abc".join, ["1", "2"])
run(threading.current_thread)
run(int, "42")
