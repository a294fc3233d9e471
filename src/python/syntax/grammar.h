// CPython 3.11's grammar as the diagnosis sees it, error rules included.
//
// One rule per line, `name: alternatives`. 'x' is a keyword or punctuation, "x" a soft keyword, an
// upper-case word a kind of token, a lower-case word a rule; e? e* e+ as usual, `e % ','` one or
// more e with commas between; &e and !e look ahead; &&'x' must match or is the error "expected 'x'";
// ~ forbids the alternatives that follow; a=e names what e matched. A rule whose name ends in @
// remembers its results, as CPython's (memo) rules do; remembering changes nothing but, because
// results are shared between matching with and without the error rules, sometimes which error is
// found. Left recursion is written as repetition.
//
// In braces stands what a match means: the error to report, `{place "message"}`. Places: `at a`;
// `range a b`; `from a` (to where the lexer stands); `here` (the last token looked at); `indent`
// (the same, as an IndentationError). In messages %n is what kind of expression a is, %t its text,
// %l its line. `{name}` alone is a function of diagnosis.cpp.
#pragma once

#include <string_view>

namespace threadbook::python {

extern const std::string_view kGrammar;

}  // namespace threadbook::python
