#include "python/syntax/highlight.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace threadbook::python;

namespace {

// "class:text" of each span, with one letter for the class.
std::string coloured(std::string_view source) {
  constexpr std::string_view kLetters = "pkdbsrnc@o";
  std::string out;
  std::uint32_t end = 0;
  for (const HighlightSpan& span : highlight(source)) {
    CHECK(span.start >= end);
    CHECK(span.end > span.start);
    end = span.end;
    if (!out.empty()) out += ' ';
    out += kLetters[static_cast<std::size_t>(span.kind)];
    out += ':';
    out += source.substr(span.start, span.end - span.start);
  }
  CHECK(end <= source.size());
  return out;
}

}  // namespace

TEST_CASE("highlight: definitions, keywords, builtins") {
  CHECK(coloured("class A(Exception): pass") == "k:class d:A b:Exception k:pass");
  CHECK(coloured("def print(x): return len(x)") == "k:def d:print k:return b:len");
  CHECK(coloured("async def f(): await g()") == "k:async k:def d:f k:await");
}

TEST_CASE("highlight: an attribute or a keyword argument is no builtin") {
  CHECK(coloured("x.print(len=1)") == "o:= n:1");
  CHECK(coloured("f(max == 2)") == "b:max o:== n:2");
}

TEST_CASE("highlight: decorators") {
  CHECK(coloured("@a.b(1)\ndef f(): pass") == "@:@a.b n:1 k:def d:f k:pass");
  CHECK(coloured("x = a @ b") == "o:= o:@");
}

TEST_CASE("highlight: match and case where they begin a block") {
  CHECK(coloured("match x:\n  case [1, _]: pass") == "k:match k:case n:1 k:pass");
  CHECK(coloured("match = 1\nmatch.x\nprint(match)") == "o:= n:1 b:print");
}

TEST_CASE("highlight: strings, whole or not") {
  CHECK(coloured("rb'a\\'b' \"c\"") == "s:rb'a\\'b' s:\"c\"");
  CHECK(coloured("'open\nx = 1") == "s:'open o:= n:1");
  CHECK(coloured("'''a\nb''' 1") == "s:'''a\nb''' n:1");
  CHECK(coloured("'''open\nto the end") == "s:'''open\nto the end");
}

TEST_CASE("highlight: f-strings show their expressions") {
  CHECK(coloured("f'a{x}b'") == "s:f'a r:{ r:} s:b'");
  CHECK(coloured("f'{len(x)!r:>{w}}{{1}}'") == "s:f' r:{ b:len r:!r s::> r:{ r:}} s:{{1}}'");
  CHECK(coloured("f'{d[\"k\"]}'") == "s:f' r:{ s:\"k\" r:} s:'");
  CHECK(coloured("f'{x") == "s:f' r:{");
}

TEST_CASE("highlight: numbers and comments") {
  CHECK(coloured("0x1F 1_0.5e-3j .5 # 1") == "n:0x1F n:1_0.5e-3j n:.5 c:# 1");
  CHECK(coloured("x[1]-2") == "n:1 o:- n:2");
}

TEST_CASE("highlight: anything at all") {
  CHECK(coloured("").empty());
  CHECK(coloured("$ ? é \\ \r\n ) }") == "");
  std::string braces(10000, '{');
  highlight("f'" + braces);
  std::string nested;
  for (int i = 0; i < 1000; ++i) nested += "f'{f\"{";
  highlight(nested);
}
