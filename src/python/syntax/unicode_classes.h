// The three character classes that Python's lexer asks of Unicode: may start an identifier, may
// continue one (https://docs.python.org/3.11/reference/lexical_analysis.html#identifiers), is
// printable (str.isprintable). Tables for Unicode 14, CPython 3.11's version, as runs of alternating
// "not in the class, in the class" lengths, about 2 KiB each; a lookup walks the runs, which is
// right for characters that are rare in programs.
#pragma once

namespace threadbook::python {

bool is_identifier_start(char32_t c);
bool is_identifier_continue(char32_t c);
bool is_printable(char32_t c);

}  // namespace threadbook::python
