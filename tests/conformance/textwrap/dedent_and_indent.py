"""textwrap.dedent and indent."""
import textwrap


def doc():
    return """
        first
          second

        third
    """


print(repr(textwrap.dedent(doc())))
print(repr(textwrap.dedent("  a\n\tb\n")), repr(textwrap.dedent("  a\n  \tb\n   \n")), repr(textwrap.dedent("")))
print(repr(textwrap.indent("a\n\n  b\n \nc", "> ")))
print(repr(textwrap.indent("a\n\nb", "+ ", lambda line: True)))
