"""f-strings: expressions, conversions, nested specs."""

name, value, width, precision = "wörld", 3.14159265, 12, 3
print(f"hello {name}!", f"{value:.2f}", f"{value:{width}.{precision}}|", f"{name!r}", f"{name!a}", f"{name!s:>8}", f"{{}} {{{name}}}")
print(f"{1 + 2}", f"{[i * i for i in range(4)]}", f"{ {'a': 1}['a'] }", f"{name=}", f"{value = :.1f}", f"{1 if name else 2:03d}", f'{"nested"}', f"{name[0]}{name[-1]!r:>5}")
print(f"{'a' 'b'}" f"{'c'}" "d", f"", f"{1:{'>'}{5}}", f"{12345:,}", f"{0.5:.0%}", f"{True:d}", f"{name.upper():^{len(name) + 4}}", f"{(lambda x: x * 2)(4)}")
start, end = 1.25, 3.5
print(f"Elapsed: {end - start:.3f} s", f"{10 ** 3:>10}", f"{-5:05}", f"{'x':*<3}{'y':*>3}{'z':*^3}")
