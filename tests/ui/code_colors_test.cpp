#include "ui/layout/code_colors.h"

#include <doctest/doctest.h>

#include <string>

namespace threadbook::ui {
namespace {

// Each letter of the program as the letter of its role: k s n c d b p, "." for plain, blanks and newlines as they are.
std::string roles(std::string_view source) {
  std::string result;
  bool first = true;
  for (const CodeLine& line : color_python(source)) {
    if (!first) result += '\n';
    first = false;
    std::size_t column = 0;
    for (const CodeRun& run : line) {
      CHECK(run.column == column);
      for (const char c : run.text) {
        result += c == ' ' && run.role != CodeRole::String && run.role != CodeRole::Comment
                      ? ' '
                      : ".ksncdbp"[static_cast<int>(run.role)];
        ++column;
      }
    }
  }
  return result;
}

TEST_CASE("every stretch has its colour, what is between them is plain") {
  CHECK(roles("for i in range(10):  # ten") == "kkk . kk bbbbb.nn..  ccccc");
  CHECK(roles("@property\ndef x(self): pass") == "ddddddddd\nkkk d....... kkkk");
  CHECK(roles("f'{x}s' + y") == "ssp.pss p .");
}

TEST_CASE("a run goes on over a line's end") { CHECK(roles("'''a\nb''' + c") == "ssss\nssss p ."); }

TEST_CASE("lines that are too long go on in the next row, behind a blank if there is one") {
  const auto rows = [](std::string_view source, std::size_t most) {
    const CodeRows wrapped = wrap_code(color_python(source), most);
    std::string result;
    for (std::size_t i = 0; i < wrapped.rows.size(); ++i) {
      std::size_t column = 0;
      for (const CodeRun& run : wrapped.rows[i]) {
        CHECK(run.column == column);
        result += run.text;
        column += run.text.size();
      }
      CHECK(column <= most + 1);  // the blank may stand in the margin
      result += wrapped.goes_on[i] ? "|" : "/";
    }
    return result;
  };
  CHECK(rows("x = 1\ny", 10) == "x = 1/y/");
  CHECK(rows("if x: print(1)", 5) == "if x: |print|(1)/");
  CHECK(rows("'a b c d'", 4) == "'a b |c d'/");
  CHECK(rows("        x = 1", 10) == "        x |= 1/");
  CHECK(rows("    abcdefgh", 6) == "    ab|cdefgh/");
  CHECK(rows("abcdef", 3) == "abc|def/");
  CHECK(rows("\n", 3) == "//");
}

TEST_CASE("lines are counted as an editor counts them") {
  CHECK(color_python("").size() == 1);
  CHECK(color_python("a").size() == 1);
  CHECK(color_python("a\n").size() == 2);
  CHECK(color_python("a\n\nb").size() == 3);
}

TEST_CASE("tabs become blanks up to the next step") {
  const auto lines = color_python("a\tb");
  std::string text;
  for (const CodeRun& run : lines[0]) text += run.text;
  CHECK(text == "a   b");
}

TEST_CASE("any bytes come to an end") {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>((i * 7919) % 256);
  CHECK(color_python(bytes).size() >= 1);
}

}  // namespace
}  // namespace threadbook::ui
