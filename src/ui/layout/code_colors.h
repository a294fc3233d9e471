// A program's text as an editor paints it: lines of runs in one colour, columns counted, tabs spread.
//
// What each stretch of the text is comes from the engine's scanner (python/syntax/highlight.h), which makes sense of
// programs half typed. Linear in the text; a screenful takes some microseconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadbook::ui {

enum class CodeRole : std::uint8_t {
  Plain,
  Keyword,
  String,
  Number,
  Comment,
  Definition,   // the name behind def or class, a decorator
  Builtin,      // print, range, ...
  Punctuation,  // operators, an f-string's braces
};

// `text[begin, end)` of a line, which begins in `column`, all in one role.
struct CodeRun {
  CodeRole role;
  std::size_t column;  // counted in code points
  std::string text;
};

using CodeLine = std::vector<CodeRun>;

// One entry for each line; a text that ends in "\n" has an empty last line, as an editor shows it. Tabs come out as
// blanks up to the next multiple of four, as the editor's text field shows them.
std::vector<CodeLine> color_python(std::string_view source);
// The same for text in another language, all plain.
std::vector<CodeLine> plain_code(std::string_view source);

// Lines in rows of at most `most` columns, which must not be 0.
struct CodeRows {
  std::vector<CodeLine> rows;
  std::vector<bool> goes_on;  // for each row: its line does in the next one
};
// A line that is too long is broken behind a blank, which may stand in the margin, or else where it must be.
CodeRows wrap_code(const std::vector<CodeLine>& lines, std::size_t most);

}  // namespace threadbook::ui
