#include "python/syntax/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace threadbook::python;
using Kind = TokenKind;

namespace {

std::vector<Kind> kinds(std::string_view text) {
  std::vector<Kind> out;
  for (const Token& token : tokenize(text).list) out.push_back(token.kind);
  return out;
}

std::string error_of(std::string_view text) {
  Tokens tokens = tokenize(text);
  return tokens.error ? tokens.error->message : "";
}

}  // namespace

TEST_CASE("lexer: names, keywords and soft keywords") {
  CHECK(kinds("match None nonlocals x\n") ==
        std::vector{Kind::Name, Kind::None, Kind::Name, Kind::Name, Kind::Newline, Kind::EndMarker});
  CHECK(keyword_kind("async") == Kind::Async);
  CHECK(keyword_kind("yield") == Kind::Yield);
  CHECK(keyword_kind("none") == Kind::Name);
}

TEST_CASE("lexer: the longest operator wins") {
  CHECK(kinds("a **= b // c >>= d -> ... . != :=\n") ==
        std::vector{Kind::Name, Kind::DoubleStarEqual, Kind::Name, Kind::DoubleSlash, Kind::Name, Kind::RightShiftEqual,
                    Kind::Name, Kind::Arrow, Kind::Ellipsis, Kind::Dot, Kind::NotEqual, Kind::Walrus, Kind::Newline,
                    Kind::EndMarker});
}

TEST_CASE("lexer: indentation becomes tokens, blank lines and comments do not") {
  CHECK(kinds("if x:\n  y\n\n    # comment\n  z\nw\n") ==
        std::vector{Kind::If, Kind::Name, Kind::Colon, Kind::Newline, Kind::Indent, Kind::Name, Kind::Newline,
                    Kind::Name, Kind::Newline, Kind::Dedent, Kind::Name, Kind::Newline, Kind::EndMarker});
}

TEST_CASE("lexer: lines join in brackets and after a backslash") {
  CHECK(kinds("f(a,\n  b)\n") == std::vector{Kind::Name, Kind::LeftParen, Kind::Name, Kind::Comma, Kind::Name,
                                             Kind::RightParen, Kind::Newline, Kind::EndMarker});
  CHECK(kinds("a + \\\n  b\n") == std::vector{Kind::Name, Kind::Plus, Kind::Name, Kind::Newline, Kind::EndMarker});
}

TEST_CASE("lexer: positions are lines from 1 and byte columns from 0") {
  Tokens tokens = tokenize("é = '''a\nb'''\n");
  const Token& equal = tokens.list[1];
  CHECK(equal.lineno == 1);
  CHECK(equal.col_offset == 3);  // é is two bytes
  const Token& string = tokens.list[2];
  CHECK(string.lineno == 1);
  CHECK(string.col_offset == 5);
  CHECK(string.end_lineno == 2);
  CHECK(string.end_col_offset == 4);
  CHECK(tokens.line(2) == "b'''");
}

TEST_CASE("lexer: string prefixes in any case, and only those") {
  CHECK(kinds("Rb'a' bR\"b\" fR'c' u'd'\n") ==
        std::vector{Kind::String, Kind::String, Kind::String, Kind::String, Kind::Newline, Kind::EndMarker});
  CHECK(kinds("ub'a'\n")[0] == Kind::Name);
}

TEST_CASE("lexer: what is no token") {
  CHECK(error_of("x = 'abc\n") == "unterminated string literal (detected at line 1)");
  CHECK(error_of("'''a\n\nb\n") == "unterminated triple-quoted string literal (detected at line 3)");
  CHECK(error_of("0777\n") ==
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
        "integers");
  CHECK(error_of("0o8\n") == "invalid digit '8' in octal literal");
  CHECK(error_of("1_\n") == "invalid decimal literal");
  CHECK(error_of("(]\n") == "closing parenthesis ']' does not match opening parenthesis '('");
  CHECK(error_of("(\n]\n") == "closing parenthesis ']' does not match opening parenthesis '(' on line 1");
  CHECK(error_of("x = “a”\n") == "invalid character '“' (U+201C)");
  CHECK(error_of("x\u00a0= 1\n") == "invalid non-printable character U+00A0");
  CHECK(error_of(std::string(201, '(') + "\n") == "too many nested parentheses");
}

TEST_CASE("lexer: tabs and spaces must agree") {
  CHECK(error_of("if x:\n\ty\n        z\n") == "inconsistent use of tabs and spaces in indentation");
  CHECK(error_of("if x:\n    y\n  z\n") == "unindent does not match any outer indentation level");
  CHECK(error_of("if x:\n \ty\n \tz\n").empty());
}

TEST_CASE("lexer: a number may touch a keyword but not a name") {
  CHECK(error_of("1if x else 2or 3\n").empty());
  CHECK(error_of("1elsey\n") == "invalid decimal literal");
}

TEST_CASE("lexer: sources are normalised") {
  std::string storage;
  CHECK(normalise_source("a\r\nb\rc", storage) == "a\nb\nc\n");
  CHECK(normalise_source("\xef\xbb\xbfx\n", storage) == "x\n");
  std::string_view unchanged = "x\n";
  CHECK(normalise_source(unchanged, storage).data() == unchanged.data());
}
