// The text of a traceback's entries, as CPython 3.11's traceback module writes it.
//
// Pure text: no heap, no thread, so that it can be tested by itself. Which part of a line the carets
// mark, and where a binary operator or a subscript is set apart with ~~~^~~~, is found by parsing
// that part of the line again; only tracebacks that are printed pay for it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "python/compiler/code.h"

namespace threadbook::python {

struct TracebackLine {
  std::string filename;
  std::string name;  // of the function, or "<module>"
  SourceSpan span;
  std::string source_line;  // line span.line of the file, without its end; empty: unknown
};

// One entry: two or three lines, each with its newline. UTF-8.
std::string format_entry(const TracebackLine& entry);

// All of them, outermost first; more than three in a row of the same file, line and function are
// counted, in a text of its own ("  [Previous line repeated 996 more times]").
std::vector<std::string> format_entries(std::span<const TracebackLine> entries);

}  // namespace threadbook::python
