#include "python/syntax/unparse.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "python/syntax/parser.h"

using namespace threadbook::python;

// Compared with CPython over many expressions: compare_annotations.py. Here is what that cannot show.

namespace {

std::string text_of(std::string_view source) {
  ParseOptions options;
  options.mode = ParseMode::Eval;
  const ParseResult parsed = parse(source, "test", options);
  REQUIRE(parsed.expression);
  return unparse(*parsed.expression->body);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("unparse: parentheses stand where precedence asks for them") {
  CHECK(text_of("(a+(b*c))") == "a + b * c");
  CHECK(text_of("(a+b)*c") == "(a + b) * c");
  CHECK(text_of("(a ** b) ** (c ** d)") == "(a ** b) ** c ** d");
  CHECK(text_of("(lambda: (x, y))()") == "(lambda: (x, y))()");
}

TEST_CASE("unparse: chains to the left of any length take no stack") {
  constexpr int kMany = 20000;
  for (const std::string_view link : {" + a", ".a", "[a]", "(a)"}) {
    const std::string chain = "a" + repeated(link, kMany);
    CHECK(text_of(chain) == chain);
  }
}
