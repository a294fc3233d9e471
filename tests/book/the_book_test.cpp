// The book itself: complete, in order, without mistakes.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "book/chapter_sources.h"
#include "book/document.h"
#include "book/html.h"
#include "book/load.h"
#include "book/walk.h"

namespace threadbook::book {
namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool a_program_in(std::string_view anchor, std::string_view code) {
  const Section* section = the_book().find(anchor);
  if (section == nullptr) return false;
  const std::vector<const Example*> programs = examples(*section);
  return std::any_of(programs.begin(), programs.end(),
                     [&](const Example* example) { return contains(example->source, code); });
}

TEST_CASE("the book has no problems") { CHECK(load_book(chapter_sources()).problems == std::vector<std::string>{}); }

TEST_CASE("the book has a front page, the document's sections, in its order and nesting, then the glossary") {
  struct Expected {
    std::string_view anchor, title, parent;
    int level;
  };
  const std::vector<Expected> expected = {
      {"index", "Threads in Python", "", 1},
      {"concurrence-and-parallelism", "Concurrency and Parallelism", "", 1},
      {"the-threading-module", "The threading Module", "", 1},
      {"thread-objects", "Thread Objects", "the-threading-module", 2},
      {"attributes", "Attributes", "thread-objects", 3},
      {"methods", "Methods", "thread-objects", 3},
      {"example", "Example", "the-threading-module", 2},
      {"the-lock-object", "The Lock Object", "", 1},
      {"glossary", "Glossary", "", 1},
  };
  const Book& book = the_book();
  REQUIRE(book.chapters.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Section& section = book.chapters[i];
    CAPTURE(section.anchor);
    CHECK(section.anchor == expected[i].anchor);
    CHECK(section.title == expected[i].title);
    CHECK(section.level == expected[i].level);
    CHECK((section.parent ? book.chapters[*section.parent].anchor : "") == expected[i].parent);
    CHECK_FALSE(section.blocks.empty());
  }
}

TEST_CASE("every attribute and every method has a program, and so has every argument") {
  for (const char* name : {"name", "ident", "native_id", "daemon"}) {
    CAPTURE(name);
    CHECK(a_program_in("attributes", std::string(".") + name));
  }
  for (const char* name : {"start", "run", "join", "is_alive"}) {
    CAPTURE(name);
    CHECK(a_program_in("methods", std::string(".") + name + "("));
  }
  CHECK(a_program_in("methods", "def run(self)"));
  for (const char* name : {"group", "target", "args", "kwargs"}) {
    CAPTURE(name);
    CHECK(a_program_in("thread-objects", std::string(name) + "="));
  }
  CHECK(a_program_in("attributes", "name=\""));
  CHECK(a_program_in("attributes", "daemon=True"));
}

TEST_CASE("the lock section has what a reader looks for there") {
  for (const char* code : {"with lock:", ".acquire()", ".release()", ".acquire(timeout=", ".acquire(blocking=False)",
                           ".locked()", "except RuntimeError"}) {
    CAPTURE(code);
    CHECK(a_program_in("the-lock-object", code));
  }
  // The first program there loses updates, so it must do without.
  CHECK_FALSE(contains(examples(*the_book().find("the-lock-object")).front()->source, "Lock"));
}

TEST_CASE("the document's two programs have its names and print its lines") {
  const Example* without = the_book().find_example("example/no_threads");
  const Example* with = the_book().find_example("example/with_threads");
  REQUIRE(without != nullptr);
  REQUIRE(with != nullptr);
  CHECK(contains(without->source, "def no_threads():"));
  CHECK(contains(without->source, "print(f\"Running thread {num}\")"));
  CHECK(contains(with->source, "def with_threads():"));
  CHECK(contains(with->source, "print(f\"> Running thread {num}\")"));
  for (const Example* program : {without, with}) {
    CAPTURE(program->id);
    CHECK(contains(program->source, "def task(num):"));
    CHECK(contains(program->source, "time.sleep(1)"));
    CHECK(contains(program->source, "range(5)"));
    CHECK(contains(program->source, "print(\"> program start \")"));
    CHECK(contains(program->source, "print(f\"> total execution time {end-start:.2}s\")"));
  }
}

TEST_CASE("examples are small and have a title of their own") {
  std::vector<std::string> titles;
  for (const Section& section : the_book().chapters) {
    for (const Example* example : examples(section)) {
      CAPTURE(example->id);
      CHECK(example->id.starts_with(section.anchor + "/"));
      CHECK_FALSE(example->title.empty());
      CHECK(example->source.ends_with("\n"));
      CHECK_FALSE(contains(example->source, "\t"));
      CHECK(std::count(example->source.begin(), example->source.end(), '\n') <= 40);
      titles.push_back(example->title);
    }
  }
  std::sort(titles.begin(), titles.end());
  CHECK(std::adjacent_find(titles.begin(), titles.end()) == titles.end());
}

TEST_CASE("headings inside chapters go down in steps of one") {
  for (const Section& section : the_book().chapters) {
    CAPTURE(section.anchor);
    int level = 1;
    for_each_block(section.blocks, [&](const Block& block) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) {
        CHECK(heading->level > 1);
        CHECK(heading->level <= level + 1);
        level = heading->level;
      }
    });
  }
}

TEST_CASE("a chapter's HTML has each of its places once, and each of its programs") {
  const Book& book = the_book();
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    const Section& section = book.chapters[i];
    CAPTURE(section.anchor);
    const std::string html = chapter_html(book, i);
    const auto count = [&](const std::string& part) {
      std::size_t found = 0;
      for (std::size_t at = 0; (at = html.find(part, at)) != std::string::npos; ++at) ++found;
      return found;
    };
    for (const Example* example : examples(section)) {
      CAPTURE(example->id);
      CHECK(count(" id=\"" + example->id + "\"") == 1);
      CHECK(count(escape_html(example->source)) == 1);
    }
    for_each_block(section.blocks, [&](const Block& block) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) {
        CAPTURE(heading->anchor);
        CHECK(count(" id=\"" + heading->anchor + "\"") == 1);
      }
    });
    CHECK(contents_html(book, i, true).find(" id=\"" + section.anchor + "\"") != std::string::npos);
  }
}

// Where the chapters lie on the machine that builds; a wasm build has no files to compare with.
std::filesystem::path chapters_folder() {
  return std::filesystem::path(__FILE__).parent_path() / "../../src/book/chapters";
}

TEST_CASE("what is embedded equals the files" * doctest::skip(!std::filesystem::exists(chapters_folder()))) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(chapters_folder())) {
    const std::filesystem::path extension = entry.path().extension();
    if (extension == ".md" || extension == ".py") ++files;
  }
  CHECK(chapter_sources().size() == files);
  for (const ChapterSource& source : chapter_sources()) {
    CAPTURE(source.name);
    std::ifstream file(chapters_folder() / source.name, std::ios::binary);
    REQUIRE(file.is_open());
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    CHECK(text == source.text);
  }
}

}  // namespace
}  // namespace threadbook::book
