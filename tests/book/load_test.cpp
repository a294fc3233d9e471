// Files to a book: front matter, order, examples, links, and what is said about mistakes.

#include "book/load.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "book/walk.h"

namespace threadbook::book {
namespace {

constexpr std::string_view kThreads = "---\ntitle: The `threading` Module\nanchor: threads\norder: 2\n---\nText.\n";
constexpr std::string_view kStart =
    "---\ntitle: Start\nanchor: start\nparent: threads\norder: 3\n---\n"
    "[Go](start/go.py \"times\")\n";
constexpr std::string_view kIntro = "---\ntitle: Intro\nanchor: intro\norder: 1\n---\nSee [start](#start).\n";
constexpr std::string_view kGo = "print('<go>')\n";

std::string problem_of(const std::vector<ChapterSource>& sources) {
  const LoadedBook loaded = load_book(sources);
  REQUIRE(loaded.problems.size() == 1);
  return loaded.problems.front();
}

bool mentions(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

TEST_CASE("chapters come in their order, with level, parent and example") {
  const std::vector<ChapterSource> sources = {
      {"threads.md", kThreads}, {"start.md", kStart}, {"start/go.py", kGo}, {"intro.md", kIntro}};
  const LoadedBook loaded = load_book(sources);
  CHECK(loaded.problems == std::vector<std::string>{});
  const Book& book = loaded.book;
  REQUIRE(book.chapters.size() == 3);
  CHECK(book.chapters[0].anchor == "intro");
  CHECK(book.chapters[0].level == 1);
  CHECK(book.chapters[0].parent == std::nullopt);
  CHECK(book.chapters[1].anchor == "threads");
  CHECK(book.chapters[1].title == "The threading Module");
  CHECK(book.chapters[1].heading.size() == 3);
  CHECK(book.chapters[2].anchor == "start");
  CHECK(book.chapters[2].level == 2);
  CHECK(book.chapters[2].parent == 1u);

  CHECK(book.find("start") == &book.chapters[2]);
  CHECK(book.find("stop") == nullptr);
  const Example* go = book.find_example("start/go");
  REQUIRE(go != nullptr);
  CHECK(go->source == kGo);
  CHECK(go->variation.times);
  CHECK(examples(book.chapters[2]) == std::vector<const Example*>{go});
  CHECK(examples(book.chapters[0]).empty());
  CHECK(book.find_example("start/stop") == nullptr);
}

TEST_CASE("headings have anchors, each its own in its chapter") {
  const std::vector<ChapterSource> sources = {
      {"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n## What `start()` does\n\n## Rest\n\n> ### Rest!\n"}};
  const Book book = load_book(sources).book;
  std::vector<std::string> anchors;
  for_each_block(book.chapters[0].blocks, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) anchors.push_back(heading->anchor);
  });
  CHECK(anchors == std::vector<std::string>{"what-start-does", "rest", "rest-2"});
}

TEST_CASE("an address means a place") {
  const std::vector<ChapterSource> sources = {
      {"index.md", "---\ntitle: Front\nanchor: index\norder: 0\n---\nText.\n"},
      {"methods.md", "---\ntitle: Methods\nanchor: methods\norder: 1\n---\n## start\n\n[Go](methods/go.py)\n"},
      {"methods/go.py", "1\n"}};
  const Book book = load_book(sources).book;
  const auto front = Place{0, ""};
  const auto methods = Place{1, ""};
  for (const char* address : {"", "index.html", "index"}) {
    CAPTURE(address);
    CHECK(book.place(address) == front);
  }
  for (const char* address : {"methods.html", "methods", "#methods", "index.html#methods", "methods.html#"}) {
    CAPTURE(address);
    CHECK(book.place(address) == methods);
  }
  CHECK(book.place("methods.html#start") == Place{1, "start"});
  for (const char* address : {"methods.html#methods/go", "methods/go", "#methods/go", "index.html#methods/go"}) {
    CAPTURE(address);
    CHECK(book.place(address) == Place{1, "methods/go"});
  }
  for (const char* address : {"nowhere.html", "nowhere", "#nowhere", "methods.html#nowhere", "methods/nowhere"}) {
    CAPTURE(address);
    CHECK(book.place(address) == std::nullopt);
  }
  CHECK(page_name(book.chapters[1]) == "methods.html");
  CHECK(page_address("#methods") == "methods.html");
  CHECK(page_address("https://docs.python.org/") == "https://docs.python.org/");
}

TEST_CASE("examples are found inside lists and callouts") {
  const std::vector<ChapterSource> sources = {
      {"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n- item\n\n  [One](one.py)\n\n> [Two](two.py)\n"},
      {"one.py", "1\n"},
      {"two.py", "2\n"}};
  const LoadedBook loaded = load_book(sources);
  CHECK(loaded.problems == std::vector<std::string>{});
  const std::vector<const Example*> found = examples(loaded.book.chapters.at(0));
  REQUIRE(found.size() == 2);
  CHECK(found[0]->source == "1\n");
  CHECK(found[1]->source == "2\n");
}

TEST_CASE("a mistake is named with its file, and the rest of the book stays") {
  SUBCASE("no front matter") {
    const std::vector<ChapterSource> sources = {{"bad.md", "Text.\n"}, {"threads.md", kThreads}};
    CHECK(mentions(problem_of(sources), "bad.md"));
    CHECK(load_book(sources).book.chapters.size() == 1);
  }
  SUBCASE("front matter without an end") { CHECK(mentions(problem_of({{"bad.md", "---\ntitle: A\n"}}), "bad.md")); }
  SUBCASE("an entry nobody knows") {
    CHECK(mentions(problem_of({{"a.md", "---\ntitle: A\nanchor: a\norder: 1\ncolour: red\n---\n"}}), "colour"));
  }
  SUBCASE("an anchor that is none") {
    CHECK(mentions(problem_of({{"a.md", "---\ntitle: A\nanchor: A b\norder: 1\n---\n"}}), "anchor"));
  }
  SUBCASE("an order that is no number") {
    CHECK(mentions(problem_of({{"a.md", "---\ntitle: A\nanchor: a\norder: 1st\n---\n"}}), "order"));
  }
  SUBCASE("two chapters with one anchor") {
    const std::vector<ChapterSource> sources = {{"one.md", kThreads}, {"two.md", kThreads}};
    CHECK(mentions(problem_of(sources), "#threads"));
    CHECK(load_book(sources).book.chapters.size() == 1);
  }
  SUBCASE("a parent that is not there") {
    CHECK(mentions(problem_of({{"start.md", kStart}, {"start/go.py", kGo}}), "#threads"));
  }
  SUBCASE("a child apart from its parent") {
    const std::vector<ChapterSource> sources = {{"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n"},
                                                {"b.md", "---\ntitle: B\nanchor: b\norder: 2\n---\n"},
                                                {"c.md", "---\ntitle: C\nanchor: c\nparent: a\norder: 3\n---\n"}};
    CHECK(mentions(problem_of(sources), "c.md"));
  }
  SUBCASE("an example without a file") {
    CHECK(mentions(problem_of({{"threads.md", kThreads}, {"start.md", kStart}}), "start/go.py"));
  }
  SUBCASE("a file that no chapter shows") {
    CHECK(mentions(problem_of({{"threads.md", kThreads}, {"start/go.py", kGo}}), "start/go.py"));
  }
  SUBCASE("an example shown twice") {
    const std::vector<ChapterSource> sources = {
        {"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n[One](x.py)\n\n[Two](x.py)\n"}, {"x.py", "1\n"}};
    CHECK(mentions(problem_of(sources), "x.py"));
  }
  SUBCASE("a link that leads nowhere") {
    CHECK(mentions(problem_of({{"intro.md", kIntro}}), "#start"));
    const std::vector<ChapterSource> sources = {
        {"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n> - [x](other.html)\n"}};
    CHECK(mentions(problem_of(sources), "other.html"));
  }
  SUBCASE("Markdown the model cannot hold") {
    CHECK(mentions(problem_of({{"a.md", "---\ntitle: A\nanchor: a\norder: 1\n---\n&copy;\n"}}), "a.md"));
  }
}

}  // namespace
}  // namespace threadbook::book
