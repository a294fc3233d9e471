#include "ui/layout/text_layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ui/monospace.h"

namespace threadbook::ui {
namespace {

const Monospace kMetrics;
const Type kType{Face::Regular, 20, 0, Ink::Text, false};  // letters are 10 wide

TextBox lay_out(std::string text, float width, Breaking breaking = Breaking::Prose) {
  std::vector<Span> spans;
  spans.push_back({std::move(text), kType, -1});
  return layout_text(std::move(spans), width, 30, kMetrics, breaking);
}

std::vector<std::string> lines(const TextBox& box) {
  std::vector<std::string> result;
  for (const Line& line : box.lines) {
    std::string text;
    for (const Piece& piece : line.pieces) text += piece.text;
    result.push_back(text);
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST_CASE("a text that fits stands on one line") {
  const TextBox box = lay_out("one two", 70);
  CHECK(lines(box) == Lines{"one two"});
  CHECK(box.width == doctest::Approx(70));
  CHECK(box.height == 30);
}

TEST_CASE("no line is wider than the column, and no word is lost") {
  const std::string text = "the quick brown fox jumps over the lazy dog and runs away from it";
  for (float width = 60; width < 700; width += 10) {
    CAPTURE(width);
    const TextBox box = lay_out(text, width);
    std::string all;
    for (const std::string& line : lines(box)) all += (all.empty() ? "" : " ") + line;
    CHECK(all == text);
    for (const Line& line : box.lines) CHECK(line.width <= width + 0.01f);
    CHECK(box.height == 30 * static_cast<float>(box.lines.size()));
  }
}

TEST_CASE("a last line is not left with one short word when there is a better way") {
  // Taking as much as fits would leave "c" alone.
  CHECK(lines(lay_out("aaaa bbbb aaaa bbbb c", 190)) == Lines{"aaaa bbbb aaaa", "bbbb c"});
}

TEST_CASE("a heading's lines are evened out") {
  CHECK(lines(lay_out("aaa bbb ccc ddd", 120, Breaking::Balanced)) == Lines{"aaa bbb", "ccc ddd"});
  CHECK(lines(lay_out("aaaa bbb cc dddd", 150, Breaking::Balanced)) == Lines{"aaaa bbb", "cc dddd"});
}

TEST_CASE("a newline ends the line") { CHECK(lines(lay_out("one\ntwo three", 500)) == Lines{"one", "two three"}); }

TEST_CASE("a word wider than the column is cut") {
  const TextBox box = lay_out("abcdefghij", 40);
  CHECK(lines(box) == Lines{"abcd", "efgh", "ij"});
}

TEST_CASE("what stands without a blank between stays together, across spans") {
  std::vector<Span> spans;
  spans.push_back({"see ", kType, -1});
  spans.push_back({"link", kType, 0});
  spans.push_back({", then", kType, -1});
  // "link," does not fit behind "see": the comma must not be parted from its word.
  const TextBox box = layout_text(std::move(spans), 80, 30, kMetrics);
  CHECK(lines(box) == Lines{"see", "link,", "then"});
  CHECK(box.lines[1].pieces[0].span == 1);
  CHECK(box.lines[1].pieces[1].x == doctest::Approx(40));
}

TEST_CASE("neighbouring words of a span are one piece, so that a link is underlined throughout") {
  std::vector<Span> spans;
  spans.push_back({"a ", kType, -1});
  spans.push_back({"long link here", kType, 0});
  const TextBox box = layout_text(std::move(spans), 1000, 30, kMetrics);
  REQUIRE(box.lines[0].pieces.size() == 2);
  CHECK(box.lines[0].pieces[1].text == "long link here");
  CHECK(box.lines[0].pieces[1].width == doctest::Approx(140));
}

TEST_CASE("code stands inside its tint") {
  Type code{Face::Mono, 20, 0, Ink::Code, true};
  std::vector<Span> spans;
  spans.push_back({"x", code, -1});
  const TextBox box = layout_text(std::move(spans), 1000, 30, kMetrics);
  const Piece& piece = box.lines[0].pieces[0];
  CHECK(piece.text_x > piece.x);
  CHECK(piece.width == doctest::Approx(10 + 2 * (piece.text_x - piece.x)));
}

TEST_CASE("letters of several bytes count once") {
  CHECK(lay_out("äöü€", 1000).width == doctest::Approx(40));
  CHECK(kMetrics.width(kType, "\xff\xfe") == doctest::Approx(20));  // malformed bytes, one letter each
}

TEST_CASE("no text, no lines") {
  CHECK(layout_text({}, 100, 30, kMetrics).lines.empty());
  CHECK(lay_out("", 100).lines.empty());
  CHECK(lay_out("   ", 100).lines.empty());
}

}  // namespace
}  // namespace threadbook::ui
