import sys
print(sys.stdout.write("text\n"))
sys.stdout.writelines(["one\n", "two\n"])
print("to standard error", file=sys.stderr)
print("flushed", flush=True)
print("to standard output", file=sys.stdout)
sys.stdout.flush()
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
print(sys.stdout.name, sys.stderr.name, sys.stdout.encoding, sys.stdout.writable())
