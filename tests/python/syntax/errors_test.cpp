// What is said about malformed programs. compare_errors.py asks python3 about hundreds more.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "python/syntax/checks.h"
#include "python/syntax/parser.h"

using namespace threadbook::python;

namespace {

// What python3 would write to standard error.
std::string said(std::string_view source) {
  ParseResult result = parse(source, "main.py");
  std::optional<SyntaxError> error = result.error;
  if (!error) error = check(*result.module, build_symbol_table(*result.module), source);
  return error ? format_syntax_error(*error, "main.py") : "";
}

}  // namespace

TEST_CASE("syntax errors: line, source without indentation, carets, message") {
  CHECK(said("def f():\n    print(a b)\n") ==
        "  File \"main.py\", line 2\n"
        "    print(a b)\n"
        "          ^^^\n"
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
  CHECK(said("if x = 3:\n    pass\n") ==
        "  File \"main.py\", line 1\n"
        "    if x = 3:\n"
        "       ^^^^^\n"
        "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n");
  CHECK(said("print 'hello'\n") ==
        "  File \"main.py\", line 1\n"
        "    print 'hello'\n"
        "    ^^^^^^^^^^^^^\n"
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?\n");
}

TEST_CASE("syntax errors: indentation errors have one caret or none") {
  CHECK(said("while 1:\nlonger\n") ==
        "  File \"main.py\", line 2\n"
        "    longer\n"
        "    ^\n"
        "IndentationError: expected an indented block after 'while' statement on line 1\n");
  CHECK(said("  x = 1\n") ==
        "  File \"main.py\", line 1\n"
        "    x = 1\n"
        "IndentationError: unexpected indent\n");
  CHECK(said("if x:") ==
        "  File \"main.py\", line 1\n"
        "    if x:\n"
        "IndentationError: expected an indented block after 'if' statement on line 1\n");
  CHECK(said("if x:\n\ty\n        z\n") ==
        "  File \"main.py\", line 3\n"
        "    z\n"
        "TabError: inconsistent use of tabs and spaces in indentation\n");
}

TEST_CASE("syntax errors: a bracket left open explains what follows") {
  CHECK(said("x = foo(1,\n        bar(2, 3)\ny = 4\nz = 5\n") ==
        "  File \"main.py\", line 1\n"
        "    x = foo(1,\n"
        "           ^\n"
        "SyntaxError: '(' was never closed\n");
}

TEST_CASE("syntax errors: a range over lines is marked to the end of the first") {
  CHECK(said("return (1,\n  2)\n") ==
        "  File \"main.py\", line 1\n"
        "    return (1,\n"
        "    ^^^^^^^^^^\n"
        "SyntaxError: 'return' outside function\n");
}

TEST_CASE("syntax errors: columns count characters") {
  CHECK(said("é = (a b)\n") ==
        "  File \"main.py\", line 1\n"
        "    é = (a b)\n"
        "         ^^^\n"
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
  CHECK(said("é = 1; break\n") ==
        "  File \"main.py\", line 1\n"
        "    é = 1; break\n"
        "           ^^^^^\n"
        "SyntaxError: 'break' outside loop\n");
}

TEST_CASE("syntax errors: in the expression of an f-string") {
  CHECK(said("x = 1\ny = f'{a b}'\n") ==
        "  File \"main.py\", line 2\n"
        "    (a b)\n"
        "     ^^^\n"
        "SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?\n");
  CHECK(said("f'{x:{y:{z}}}'\n").ends_with("SyntaxError: f-string: expressions nested too deeply\n"));
}

TEST_CASE("syntax errors: sources that are no text") {
  CHECK(said(std::string_view("x = 1\ny\0z\n", 10)) ==
        "  File \"main.py\", line 2\n"
        "    y\n"
        "SyntaxError: source code cannot contain null bytes\n");
  CHECK(said("x = '\xff'\n") ==
        "SyntaxError: Non-UTF-8 code starting with '\\xff' in file main.py on line 1, but no "
        "encoding declared; see https://peps.python.org/pep-0263/ for details\n");
}

TEST_CASE("syntax errors: found after parsing, in CPython's order") {
  CHECK(said("def f():\n  x = 1\n  global x\nreturn\n")
            .ends_with("SyntaxError: name 'x' is assigned to before global declaration\n"));
  CHECK(said("def f(a, a): pass\n").ends_with("SyntaxError: duplicate argument 'a' in function definition\n"));
  CHECK(said("f(a=1, a=2)\n").ends_with("SyntaxError: keyword argument repeated: a\n"));
  CHECK(said("*a, *b = c\n").ends_with("SyntaxError: multiple starred expressions in assignment\n"));
  CHECK(said("from __future__ import foo\n").ends_with("SyntaxError: future feature foo is not defined\n"));
  CHECK(said("x = 1\nfrom __future__ import division\n")
            .ends_with("from __future__ imports must occur at the beginning of the file\n"));
  CHECK(said("try:\n  x\nexcept:\n  y\nexcept A:\n  z\n").ends_with("SyntaxError: default 'except:' must be last\n"));
  CHECK(said("def f():\n  return [x async for x in y]\n")
            .ends_with("asynchronous comprehension outside of an asynchronous function\n"));
}

TEST_CASE("syntax errors: none where there is nothing wrong") {
  CHECK(said("def f(a, /, b=1, *c, d, **e) -> int:\n  for x in y:\n    break\n  else:\n    return\n").empty());
  CHECK(said("'doc'\nfrom __future__ import annotations\n").empty());
  CHECK(said("class A:\n  x = [i for i in range(3)]\n").empty());
}
