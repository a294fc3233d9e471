"""os.path: taking names of files apart and putting them together."""
import os.path

for parts in [("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("a", "b", "c.txt"), (b"a", b"b")]:
    print(parts, os.path.join(*parts))
for path in ["/usr/lib/python.tar.gz", "a/b/", "file", ".bashrc", "dir.d/name", "/", "", "//x//y", "..."]:
    print(repr(path), os.path.split(path), os.path.splitext(path), os.path.basename(path), os.path.dirname(path), os.path.isabs(path))
for path in ["a/../b", "./a//b/.", "/../a", "", "//a", "///a", "../../x", "a/..", "/a/b/../../.."]:
    print(repr(path), os.path.normpath(path))
print(os.path.abspath("/x/../y"), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c/d"))


class Name:
    def __fspath__(self):
        return "some/name.py"


print(os.path.basename(Name()), os.fspath(Name()), os.path.exists("/no/such/file"), os.path.isfile("nothing"), os.path.isdir("nothing"))
for function in [lambda: os.path.join("a", b"b"), lambda: os.path.join(1), lambda: os.path.join("a", None), lambda: os.path.split(None), lambda: os.path.exists(None), lambda: os.fspath(3), lambda: os.path.commonpath([])]:
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)
