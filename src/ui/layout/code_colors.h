// Which letters of a program get which colour.
//
// The engine's own lexer stops at the first thing that is no Python, which is what a program half typed always
// contains. Colours must not flicker while somebody types, so this is a lexer for the eye: it never fails, calls
// an open string a string to the end of its line (or of the text, with three quotes), and looks no further than
// a name's neighbours to tell a definition from a use. Linear in the text; a screenful takes some microseconds.
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
  Builtin,      // print, range, ... and None, True, False
  Punctuation,
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

}  // namespace threadbook::ui
