"""textwrap.TextWrapper: one set of options for several texts."""
import textwrap

wrapper = textwrap.TextWrapper(width=15, initial_indent="- ", subsequent_indent="  ")
print(wrapper.fill("some words to be wrapped"))
wrapper.width = 30
print(wrapper.wrap("some words to be wrapped again, wider"))
print(wrapper.width, wrapper.break_long_words, wrapper.max_lines, repr(wrapper.placeholder))
