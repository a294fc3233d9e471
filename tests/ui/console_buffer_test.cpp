#include "ui/layout/console_buffer.h"

#include <doctest/doctest.h>

#include <string>

namespace threadbook::ui {
namespace {

TEST_CASE("lines end where the program ends them") {
  ConsoleBuffer console;
  CHECK(console.visible_lines() == 0);
  console.append(ConsoleStream::Out, "one\ntw");
  CHECK(console.visible_lines() == 2);
  console.append(ConsoleStream::Out, "o\n");
  CHECK(console.visible_lines() == 2);
  CHECK(console.text() == "one\ntwo\n");
  console.append(ConsoleStream::Out, "\n");
  CHECK(console.text() == "one\ntwo\n\n");
}

TEST_CASE("a line may hold both streams") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "a");
  console.append(ConsoleStream::Out, "b");
  console.append(ConsoleStream::Err, "c");
  REQUIRE(console.lines().size() == 1);
  REQUIRE(console.lines()[0].segments.size() == 2);
  CHECK(console.lines()[0].segments[0].text == "ab");
  CHECK(console.lines()[0].segments[1].stream == ConsoleStream::Err);
  CHECK(console.lines()[0].columns == 3);
}

TEST_CASE("a carriage return writes over the line") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "10 %\r20 %\r");
  CHECK(console.text() == "20 %\n");  // it stands until something is written over it
  console.append(ConsoleStream::Out, "done\n");
  CHECK(console.text() == "done\n");
  console.append(ConsoleStream::Out, "windows\r\nline\n");
  CHECK(console.text() == "done\nwindows\nline\n");
}

TEST_CASE("a tab goes to the next multiple of eight") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "ab\tc\t\td\n");
  CHECK(console.text() == "ab      c               d\n");
}

TEST_CASE("escape sequences are dropped, also when they come in pieces") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "\x1b[31mred\x1b[0m and \x1b[");
  console.append(ConsoleStream::Out, "1mbold\x1b[0m\n");
  CHECK(console.text() == "red and bold\n");
}

TEST_CASE("only the newest lines are kept, and the rest is counted") {
  ConsoleBuffer console;
  const std::size_t written = ConsoleBuffer::kMostLines + 123;
  for (std::size_t i = 0; i < written; ++i) console.append(ConsoleStream::Out, std::to_string(i) + "\n");
  CHECK(console.visible_lines() == ConsoleBuffer::kMostLines);
  CHECK(console.lines_cut() == 123);
  CHECK(console.lines().front().segments[0].text == "123");
}

TEST_CASE("a line without end is cut into lines") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, std::string(3 * ConsoleBuffer::kMostColumns + 5, 'x'));
  CHECK(console.visible_lines() == 4);
  CHECK(console.widest() == ConsoleBuffer::kMostColumns);
}

TEST_CASE("letters of several bytes are one column, whatever the chunks") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "\u00e4\u20ac");
  CHECK(console.lines()[0].columns == 2);
}

TEST_CASE("a note stands on a line of its own") {
  ConsoleBuffer console;
  console.append(ConsoleStream::Out, "half");
  console.note("The page says.");
  CHECK(console.text() == "half\nThe page says.\n");
  CHECK(console.lines()[1].segments[0].stream == ConsoleStream::Host);
  console.clear();
  CHECK(console.empty());
}

}  // namespace
}  // namespace threadbook::ui
