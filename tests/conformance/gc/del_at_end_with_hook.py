"""A function of the program that is left in a module of the library keeps the program's globals."""
import sys


class Named:
    def __del__(self):
        print("never said")


kept = Named()
sys.unraisablehook = lambda told: print("hook")
print("end")
