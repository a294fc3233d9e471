"""os: the environment, and small facts about where the program runs."""
import os

print(os.name, os.sep, repr(os.linesep), os.pathsep, os.curdir, os.pardir, os.extsep, os.altsep, os.devnull)
print(isinstance(os.getpid(), int), os.cpu_count() >= 1, os.cpu_count() == os.cpu_count())
print(os.getenv("NO_SUCH_VARIABLE"), os.getenv("NO_SUCH_VARIABLE", "default"), os.environ.get("NO_SUCH_VARIABLE"))
os.environ["THREADBOOK_TEST"] = "1"
print(os.environ["THREADBOOK_TEST"], os.getenv("THREADBOOK_TEST"), "THREADBOOK_TEST" in os.environ)
del os.environ["THREADBOOK_TEST"]
print("THREADBOOK_TEST" in os.environ)
print(len(os.urandom(16)), type(os.urandom(1)), os.urandom(8) != os.urandom(8), isinstance(os.getcwd(), str))
print(os.strerror(2), os.fsencode("é"), os.fsdecode(b"a"))
for function in [lambda: os.environ["NO_SUCH_VARIABLE"], lambda: os.environ.__setitem__("a", 1), lambda: os.getenv(5), lambda: os.urandom(-1)]:
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)
