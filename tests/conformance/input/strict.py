# stdin: b"fine\ncaf\xe9\n"
# With errors="strict" such bytes are an error.
import sys

sys.stdin.reconfigure(errors="strict")
try:
    print(sys.stdin.read())
except UnicodeDecodeError as error:
    print(error.encoding, error.reason, error.object[error.start:error.end])
