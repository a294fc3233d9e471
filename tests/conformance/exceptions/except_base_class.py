# A handler of a base class catches what derives from it.
class Problem(Exception):
    pass

class Worse(Problem):
    pass

for cls in (Worse, Problem, Exception):
    try:
        raise cls("it")
    except Problem as error:
        print("Problem", repr(error))
    except Exception as error:
        print("Exception", repr(error))
