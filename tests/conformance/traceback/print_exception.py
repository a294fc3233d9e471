import sys
import traceback
try:
    [][0]
except IndexError as error:
    caught = error
traceback.print_exception(caught, file=sys.stdout)
traceback.print_exception(type(caught), caught, caught.__traceback__, file=sys.stdout)
