#include "python/syntax/syntax_error.h"

#include <algorithm>
#include <utility>

namespace threadbook::python {

SyntaxError error_at(std::string message, const ast::Position& position) {
  SyntaxError error;
  error.message = std::move(message);
  error.lineno = position.lineno;
  error.offset = position.col_offset + 1;
  error.end_lineno = position.end_lineno;
  error.end_offset = position.end_col_offset + 1;
  return error;
}

// Mirrors CPython 3.11's PyErr_Display for a SyntaxError. An IndentationError or TabError gets one
// caret whatever its range.
std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
  std::string out;
  if (error.lineno > 0) {
    out += "  File \"" + std::string(filename) + "\", line " + std::to_string(error.lineno) + "\n";
    std::string_view text = error.text;
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    long offset = static_cast<long>(error.offset);
    long end_offset = error.end_offset == kNoOffset ? 0 : static_cast<long>(error.end_offset);
    if (error.end_lineno > error.lineno) end_offset = static_cast<long>(text.size()) + 1;
    bool range = end_offset > offset && error.type == "SyntaxError";
    long carets = range ? end_offset - offset : 1;
    --offset;
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f')) {
      text.remove_prefix(1);
      --offset;
    }
    offset = std::min(offset, static_cast<long>(text.size()));
    out += "    " + std::string(text) + "\n";
    if (offset >= 0) {
      out += "    " + std::string(static_cast<std::size_t>(offset), ' ') +
             std::string(static_cast<std::size_t>(carets), '^') + "\n";
    }
  }
  out += error.type;
  if (!error.message.empty()) out += ": " + error.message;
  return out + "\n";
}

}  // namespace threadbook::python
