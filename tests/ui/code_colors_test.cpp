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

TEST_CASE("keywords, names, numbers, comments") {
  CHECK(roles("for i in range(10):  # ten") == "kkk . kk bbbbbpnnpp  ccccc");
  CHECK(roles("x = 0x1F + 1e-3 - 5_000j") == ". p nnnn p nnnn p nnnnnn");
  CHECK(roles("a.print") == ".p.....");  // an attribute is no builtin
}

TEST_CASE("definitions") {
  CHECK(roles("def task(num):") == "kkk ddddp...pp");
  CHECK(roles("class A(B): pass") == "kkkkk dp.pp kkkk");
  CHECK(roles("@property\ndef x(self): ...") == "ddddddddd\nkkk dp....pp ppp");
}

TEST_CASE("strings, with prefixes, quotes and escapes") {
  CHECK(roles("x = 'it\\'s' + rb\"\\\"") == ". p sssssss p sssss");
  CHECK(roles("'''a\nb''' + c") == "ssss\nssss p .");
  CHECK(roles("'a # b'") == "sssssss");
}

TEST_CASE("what an f-string has in braces is code, its format is string") {
  CHECK(roles("f\"> {num}\"") == "ssssp...ps");
  CHECK(roles("f'{x:.2}s'") == "ssp.ssspss");
  CHECK(roles("f'{{x}}'") == "ssssssss");
}

TEST_CASE("half a program keeps its colours") {
  CHECK(roles("print('open\nx = 1") == "bbbbbpsssss\n. p n");
  CHECK(roles("'''never closed\nx = 1") == "sssssssssssssss\nsssss");
  CHECK(roles("f'{x") == "ssp.");
  CHECK(roles("def") == "kkk");
  CHECK(roles("$ ? !") == "p p p");
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
