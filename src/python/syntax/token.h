// The tokens of a Python program, as https://docs.python.org/3.11/reference/lexical_analysis.html
// and CPython's tokenizer define them. Keywords have kinds of their own so that the parser compares
// one byte; soft keywords (match, case, _) are names.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadbook::python {

// clang-format off
enum class TokenKind : std::uint8_t {
  EndMarker, Name, Number, String, Newline, Indent, Dedent, Error,
  // Punctuation.
  LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace,
  Comma, Colon, Dot, Semicolon, Plus, Minus, Star, Slash, VerticalBar, Ampersand, Less, Greater,
  Equal, Percent, Tilde, Circumflex, At, Arrow, Ellipsis, Walrus,
  EqualEqual, NotEqual, LessEqual, GreaterEqual, LeftShift, RightShift, DoubleStar, DoubleSlash,
  PlusEqual, MinusEqual, StarEqual, SlashEqual, PercentEqual, AmpersandEqual, VerticalBarEqual,
  CircumflexEqual, LeftShiftEqual, RightShiftEqual, DoubleStarEqual, DoubleSlashEqual, AtEqual,
  Unknown,  // a character that no rule of the grammar uses: $ ? ! ` and the operator <>
  // Keywords, in the order of kKeywords in lexer.cpp.
  False, None, True, And, As, Assert, Async, Await, Break, Class, Continue, Def, Del, Elif, Else,
  Except, Finally, For, From, Global, If, Import, In, Is, Lambda, Nonlocal, Not, Or, Pass, Raise,
  Return, Try, While, With, Yield,
};
// clang-format on

inline bool is_keyword(TokenKind kind) { return kind >= TokenKind::False; }

// Offsets are bytes in the text that was lexed (Tokens::text). Lines count from 1, columns are
// bytes from the start of the line. Indent, Dedent, EndMarker and Error have no width: start and
// end are where the lexer stood, and CPython gives such tokens no column.
struct Token {
  TokenKind kind;
  std::uint8_t level;  // parentheses open after this token, at most 200
  std::uint32_t start;
  std::uint32_t end;
  std::uint32_t lineno;
  std::uint32_t col_offset;
  std::uint32_t end_lineno;
  std::uint32_t end_col_offset;

  bool has_column() const {
    return kind != TokenKind::Indent && kind != TokenKind::Dedent && kind != TokenKind::EndMarker &&
           kind != TokenKind::Error;
  }
};

}  // namespace threadbook::python
