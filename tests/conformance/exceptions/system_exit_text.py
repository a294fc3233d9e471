# sys.exit of a text: it goes to standard error, status 1.
import sys
print("before")
sys.exit("that was it")
