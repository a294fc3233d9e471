// Colours for an editor: what each stretch of a Python text is.
//
// The editor asks on every key press, mostly about text that is not a program yet, so this is a
// scanner of its own: one pass, no tree, nothing it cannot make sense of is an error. It knows a
// little grammar where colours need it: the name after def and class, decorators, f-strings with
// their expressions, match and case where they are keywords. About 50 MB/s.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace threadbook::python {

enum class HighlightClass : std::uint8_t {
  Plain,           // never in a span: what no span covers is plain
  Keyword,         // None, True and False too
  DefinitionName,  // the name after def or class
  BuiltinName,     // print, len, ValueError, … but not as an attribute
  String,          // with its prefix and quotes
  Replacement,     // in an f-string: the braces of {…}, and !r
  Number,
  Comment,
  Decorator,  // @ and the dotted name behind it
  Operator,
};

// Bytes [start, end) of the source.
struct HighlightSpan {
  std::uint32_t start;
  std::uint32_t end;
  HighlightClass kind;
};

// The spans of `source` (UTF-8, any line endings) that are not plain, in order, not overlapping.
// Spans may contain newlines (triple-quoted strings). Never fails; does not block.
std::vector<HighlightSpan> highlight(std::string_view source);

// Whether `name` is a builtin function, type or exception.
bool is_builtin_name(std::string_view name);

}  // namespace threadbook::python
