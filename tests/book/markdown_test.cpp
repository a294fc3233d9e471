// Markdown to blocks.

#include "book/markdown.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

namespace threadbook::book {
namespace {

Blocks parse(std::string_view text) {
  std::vector<std::string> problems;
  Blocks blocks = parse_markdown(text, problems);
  CHECK(problems == std::vector<std::string>{});
  return blocks;
}

std::vector<std::string> problems_of(std::string_view text) {
  std::vector<std::string> problems;
  parse_markdown(text, problems);
  return problems;
}

template <typename Kind>
const Kind& only(const Blocks& blocks) {
  REQUIRE(blocks.size() == 1);
  const Kind* content = std::get_if<Kind>(&blocks.front().content);
  REQUIRE(content != nullptr);
  return *content;
}

constexpr TextStyle kPlain = {};
constexpr TextStyle kStrong = {.strong = true};
constexpr TextStyle kEmphasis = {.emphasis = true};
constexpr TextStyle kCode = {.code = true};

TEST_CASE("a paragraph is cut where its style or link changes") {
  const Blocks blocks = parse("plain **strong** *lean* `code` [to `x`](#lock) end");
  CHECK(only<Paragraph>(blocks).text == Inlines{{"plain ", kPlain, ""},
                                                {"strong", kStrong, ""},
                                                {" ", kPlain, ""},
                                                {"lean", kEmphasis, ""},
                                                {" ", kPlain, ""},
                                                {"code", kCode, ""},
                                                {" ", kPlain, ""},
                                                {"to ", kPlain, "#lock"},
                                                {"x", kCode, "#lock"},
                                                {" end", kPlain, ""}});
}

TEST_CASE("styles add up") {
  const Blocks blocks = parse("**bold *both* `b`**");
  CHECK(only<Paragraph>(blocks).text == Inlines{{"bold ", kStrong, ""},
                                                {"both", {.strong = true, .emphasis = true}, ""},
                                                {" ", kStrong, ""},
                                                {"b", {.strong = true, .code = true}, ""}});
}

TEST_CASE("a line end is a blank, a forced one is kept") {
  CHECK(plain_text(only<Paragraph>(parse("one\ntwo")).text) == "one two");
  CHECK(plain_text(only<Paragraph>(parse("one\\\ntwo")).text) == "one\ntwo");
}

TEST_CASE("text outside ASCII and characters special to HTML stay as they are") {
  CHECK(plain_text(only<Paragraph>(parse("größer & <3 \"zitiert\" 線程")).text) == "größer & <3 \"zitiert\" 線程");
}

TEST_CASE("a heading has its level and styles") {
  const Blocks blocks = parse("### The `run()` method");
  const Heading& heading = only<Heading>(blocks);
  CHECK(heading.level == 3);
  CHECK(heading.text == Inlines{{"The ", kPlain, ""}, {"run()", kCode, ""}, {" method", kPlain, ""}});
}

TEST_CASE("lists nest, and know their kind") {
  const Blocks blocks = parse("- one\n  1. first\n  2. second\n- two\n");
  const List& list = only<List>(blocks);
  CHECK_FALSE(list.ordered);
  CHECK(list.tight);
  REQUIRE(list.items.size() == 2);
  REQUIRE(list.items[0].size() == 2);
  CHECK(plain_text(std::get<Paragraph>(list.items[0][0].content).text) == "one");
  const List& inner = std::get<List>(list.items[0][1].content);
  CHECK(inner.ordered);
  CHECK(inner.start == 1);
  REQUIRE(inner.items.size() == 2);
  CHECK(plain_text(only<Paragraph>(inner.items[1]).text) == "second");
  CHECK(plain_text(only<Paragraph>(list.items[1]).text) == "two");
}

TEST_CASE("a loose ordered list that starts elsewhere") {
  const Blocks blocks = parse("3. three\n\n4. four\n");
  const List& list = only<List>(blocks);
  CHECK(list.ordered);
  CHECK(list.start == 3);
  CHECK_FALSE(list.tight);
  CHECK(plain_text(only<Paragraph>(list.items[1]).text) == "four");
}

TEST_CASE("fenced code keeps its text to the letter") {
  const Blocks blocks = parse("```python\nif a < b:\n\n    print(\"**\")\n```\n");
  const Code& code = only<Code>(blocks);
  CHECK(code.language == "python");
  CHECK(code.text == "if a < b:\n\n    print(\"**\")\n");
  CHECK(only<Code>(parse("```\nx\n```\n")).language == "");
}

TEST_CASE("a table has alignments, a head and rows") {
  const Blocks blocks = parse("| a | `b` | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n| 4 | | 6 |\n");
  const Table& table = only<Table>(blocks);
  CHECK(table.alignments == std::vector<Alignment>{Alignment::Start, Alignment::Center, Alignment::End});
  REQUIRE(table.head.size() == 3);
  CHECK(table.head[1] == Inlines{{"b", kCode, ""}});
  REQUIRE(table.rows.size() == 2);
  CHECK(plain_text(table.rows[0][2]) == "3");
  CHECK(table.rows[1].size() == 3);
  CHECK(plain_text(table.rows[1][1]) == "");
}

TEST_CASE("a quote that opens with a label is a callout without it") {
  const Blocks note = parse("> **Note.** Mind `this`.\n");
  CHECK(only<Callout>(note).kind == CalloutKind::Note);
  CHECK(plain_text(only<Paragraph>(only<Callout>(note).blocks).text) == "Mind this.");

  const Blocks try_it = parse("> **Try it.**\n>\n> - this\n> - that\n");
  CHECK(only<Callout>(try_it).kind == CalloutKind::TryIt);
  CHECK(only<List>(only<Callout>(try_it).blocks).items.size() == 2);

  const Blocks quote = parse("> **Not** a label.\n");
  CHECK(only<Callout>(quote).kind == CalloutKind::Quote);
  CHECK(plain_text(only<Paragraph>(only<Callout>(quote).blocks).text) == "Not a label.");
}

TEST_CASE("a thematic break") { only<ThematicBreak>(parse("---\n")); }

TEST_CASE("a paragraph that is a link to a program is an example") {
  const Blocks blocks = parse("[With `with`](lock/with_lock.py)\n");
  const Example& example = only<Example>(blocks);
  CHECK(example.id == "lock/with_lock");
  CHECK(example.file == "lock/with_lock.py");
  CHECK(example.title == "With with");
  CHECK(example.source == "");
  CHECK(example.gil);
  CHECK_FALSE(example.variation.times);
  CHECK_FALSE(example.variation.any_order);
  CHECK_FALSE(example.variation.gil_matters);
}

TEST_CASE("an example's words set its switches") {
  const Blocks blocks = parse("[T](a.py \"gil=off times any-order gil-matters\")\n");
  const Example& example = only<Example>(blocks);
  CHECK_FALSE(example.gil);
  CHECK(example.variation.times);
  CHECK(example.variation.any_order);
  CHECK(example.variation.gil_matters);
}

TEST_CASE("what the model cannot hold is reported") {
  CHECK(problems_of("[T](a.py \"fast\")").size() == 1);
  CHECK(problems_of("see [T](a.py) here").size() == 1);
  CHECK(problems_of("a &nbsp; b").size() == 1);
  CHECK(problems_of("![picture](a.png)").size() == 1);
  CHECK(problems_of("<div>\n</div>\n").size() >= 1);
  CHECK(problems_of("a <b>bold</b> word").size() >= 1);
}

TEST_CASE("a title is one line") {
  std::vector<std::string> problems;
  CHECK(parse_inline_markdown("The `threading` Module", problems) ==
        Inlines{{"The ", kPlain, ""}, {"threading", kCode, ""}, {" Module", kPlain, ""}});
  CHECK(problems.empty());
  parse_inline_markdown("# no title", problems);
  CHECK(problems.size() == 1);
  parse_inline_markdown("", problems);
  CHECK(problems.size() == 2);
}

}  // namespace
}  // namespace threadbook::book
