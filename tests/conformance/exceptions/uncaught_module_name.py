# The last line names the class as it was defined, without __main__.
class Outer:
    class Inner(Exception):
        pass

raise Outer.Inner("text")
