# PEP 701: an f-string may hold any expression.
# compare: pyodide
words = ["a", "b"]
print(f"{", ".join(words)}")
print(f"{"\n".join(words)}")
print(f'{words[0] + 'c' * 3!r:>10}')
print(f"{
    words[1]  # a comment
}")
print(f"{f"{f"{1 + 1}"}"}")
print(f"{words=} {'x' if "a" in words else "y"}")
print(f"{{}} {{{words[0]}}} \N{BULLET} {"}"} {"{"} {'"'}")
print(rf"\{words[0]}\n {"\t".__len__()}")
width = 8
print(f"{3.14159:{width}.{width // 4}f}|{"x":{"^"}{width}}|")
print(f"""{"""a"""}
{ {"k": "v"}["k"] }""")
print(f"{(lambda x: x * 2)(3)} {words[0]:s} {1 == 1} {1 != 2}")
