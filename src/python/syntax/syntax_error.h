// A syntax error as a value, and its text as python3 prints it.
//
// The parser, the checks after it (checks.h) and the f-string parser all report the same struct.
// Type, message and positions follow CPython 3.11 word for word, because what a learner pastes into
// a search engine is this text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "python/syntax/ast.h"

namespace threadbook::python {

// In `end_offset`: the error has none, SyntaxError.end_offset is None.
inline constexpr std::uint32_t kNoOffset = 0xFFFF'FFFF;

struct SyntaxError {
  std::string type = "SyntaxError";  // or IndentationError, TabError, MemoryError, RecursionError
  std::string message;
  std::uint32_t lineno = 0;  // from 1; 0: no position known
  std::uint32_t offset = 0;  // 1-based, in characters, as SyntaxError.offset; 0: none
  std::uint32_t end_lineno = 0;
  std::uint32_t end_offset = 0;  // exclusive, 1-based, in characters; 0: none
  std::string text;              // the source line, with its newline if it has one
};

// What python3 writes to stderr for a script that fails to compile with `error`: the File line, the
// source line without its indentation, carets, and the message; ends in a newline.
std::string format_syntax_error(const SyntaxError& error, std::string_view filename);

// A SyntaxError at a node's place; offsets are bytes, and there is no text yet.
SyntaxError error_at(std::string message, const ast::Position& position);

}  // namespace threadbook::python
