#include <utility>

#include "python/syntax/diagnosis.h"
#include "python/syntax/literals.h"
#include "python/syntax/parser_state.h"
#include "python/syntax/replacement_field.h"

namespace threadbook::python {

using namespace ast;

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

// The text [at, end) of a literal, or at a level above 0 of a format spec up to its brace.
bool StringLiterals::format_string(const Literal& literal, std::size_t& at, std::size_t end, int level,
                                   Pieces& pieces) {
  std::string_view text = literal.token;
  while (true) {
    std::size_t start = at;
    std::size_t stop = end;
    bool doubled = false;
    while (at < end) {
      char c = text[at++];
      if (!literal.raw && c == '\\' && at < end) {
        c = text[at++];
        if (c == 'N') {
          if (at < end && text[at++] == '{') {
            while (at < end && text[at++] != '}') {
            }
          }
          continue;
        }
      }
      if (c == '{' || c == '}') {
        if (level == 0) {
          if (at < end && text[at] == c) {
            doubled = true;
            break;
          }
          if (c == '}') return wrong("f-string: single '}' is not allowed");
        }
        --at;
        break;
      }
    }
    stop = at;
    if (!decode(text.substr(start, stop - start), literal, pieces.text)) return false;
    if (doubled) {
      ++at;
      continue;
    }
    if (at >= end || text[at] == '}') break;
    if (!replacement_field(literal, at, end, level, pieces)) return false;
  }
  if (level == 0 && at < end) return wrong("f-string: unexpected end of string");
  return true;
}

bool StringLiterals::replacement_field(const Literal& literal, std::size_t& at, std::size_t end, int level,
                                       Pieces& pieces) {
  std::string_view text = literal.token;
  if (level >= 2) return wrong("f-string: expressions nested too deeply");
  std::size_t start = ++at;
  if (!skip_expression(text, at, end)) return false;
  if (at >= end) return wrong("f-string: expecting '}'");
  Expr* value = compile_expression(literal, start, at);
  if (!value) return false;
  bool self_documenting = false;
  if (text[at] == '=') {
    ++at;
    while (at < end && is_space(text[at])) ++at;
    if (at >= end) return wrong("f-string: expecting '}'");
    self_documenting = true;
    pieces.text += text.substr(start, at - start);
  }
  int conversion = -1;
  if (text[at] == '!') {
    ++at;
    if (at >= end) return wrong("f-string: expecting '}'");
    conversion = static_cast<unsigned char>(text[at++]);
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return wrong("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
  }
  if (at >= end) return wrong("f-string: expecting '}'");
  Expr* format_spec = nullptr;
  if (text[at] == ':') {
    ++at;
    if (at >= end) return wrong("f-string: expecting '}'");
    Pieces spec;
    if (!format_string(literal, at, end, level + 1, spec)) return false;
    // A format spec and its last text are placed at the literal they are in, not at the whole.
    const Token& t = tokens_.list[token_];
    format_spec = joined(spec, {t.lineno, t.col_offset, t.end_lineno, t.end_col_offset});
  }
  if (at >= end || text[at] != '}') return wrong("f-string: expecting '}'");
  ++at;
  if (self_documenting && !format_spec && conversion == -1) conversion = 'r';
  flush(pieces, position_);
  FormattedValue* node = arena_.make<FormattedValue>();
  node->kind = FormattedValue::kKind;
  node->position = position_;
  node->value = value;
  node->conversion = conversion;
  node->format_spec = format_spec;
  pieces.values.push_back(node);
  return true;
}

// Moves `at` to what ends the expression: one of ! : } = outside brackets and strings.
bool StringLiterals::skip_expression(std::string_view text, std::size_t& at, std::size_t end) {
  if (tokens_.syntax == Syntax::Newer) {
    std::size_t stop = expression_end(text.substr(0, end), at);
    if (stop == kNoEnd) return wrong("f-string: expecting '}'");
    at = stop;
    return true;
  }
  constexpr std::size_t kMaximumNesting = 200;
  char quote = 0;
  int quotes = 0;
  std::string brackets;
  for (; at < end; ++at) {
    char c = text[at];
    if (c == '\\') return wrong("f-string expression part cannot include a backslash");
    bool tripled = at + 2 < end && text[at + 1] == c && text[at + 2] == c;
    if (quote) {
      if (c == quote) {
        if (quotes == 1) {
          quote = 0;
        } else if (tripled) {
          at += 2;
          quote = 0;
        }
      }
      continue;
    }
    if (c == '\'' || c == '"') {
      quotes = tripled ? 3 : 1;
      if (tripled) at += 2;
      quote = c;
      continue;
    }
    if (c == '[' || c == '{' || c == '(') {
      if (brackets.size() >= kMaximumNesting) return wrong("f-string: too many nested parenthesis");
      brackets += c;
      continue;
    }
    if (c == '#') return wrong("f-string expression part cannot include '#'");
    if (brackets.empty() && (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
      if (at + 1 < end && text[at + 1] == '=' && (c == '!' || c == '=' || c == '<' || c == '>')) {
        ++at;
        continue;
      }
      if (c == '<' || c == '>') continue;
      break;
    }
    if (c == ']' || c == '}' || c == ')') {
      if (brackets.empty()) return wrong(std::string("f-string: unmatched '") + c + "'");
      char open = brackets.back();
      brackets.pop_back();
      if ((open == '(' && c != ')') || (open == '[' && c != ']') || (open == '{' && c != '}')) {
        return wrong(std::string("f-string: closing parenthesis '") + c + "' does not match opening parenthesis '" +
                     open + "'");
      }
    }
  }
  if (quote) return wrong("f-string: unterminated string");
  if (!brackets.empty()) return wrong(std::string("f-string: unmatched '") + brackets.back() + "'");
  return true;
}

// The expression between `start` and `end` of the literal, parsed in parentheses so that it may
// begin with spaces and span lines.
Expr* StringLiterals::compile_expression(const Literal& literal, std::size_t start, std::size_t end) {
  std::string_view token = literal.token;
  std::string_view expression = token.substr(start, end - start);
  bool blank = true;
  for (char c : expression) blank &= is_space(c);
  if (blank) {
    char next = token[end];
    wrong(next == '}' ? std::string("f-string: empty expression not allowed")
                      : std::string("f-string: expression required before '") + next + "'");
    return nullptr;
  }
  // Where the brace stands, which the parenthesis replaces.
  const Token& parent = tokens_.list[token_];
  std::uint32_t lines = 0, columns = 0;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i + 1 < start; ++i) {
    if (token[i] == '\n') ++lines, line_start = i + 1;
  }
  std::size_t first = 0;
  while (first < expression.size() &&
         (expression[first] == ' ' || expression[first] == '\t' || expression[first] == '\f')) {
    ++first;
  }
  bool newline_after_brace = first == expression.size() || expression[first] == '\n';
  if (!newline_after_brace) columns = static_cast<std::uint32_t>(start - 1 - line_start);

  // A comment, where there may be one, ends with its line.
  std::string_view close = tokens_.syntax == Syntax::Newer ? "\n)\n" : ")\n";
  std::string source = "(" + std::string(expression) + std::string(close);
  Tokens inner = tokenize(source, tokens_.syntax);
  std::uint32_t first_column = lines ? columns : parent.col_offset + columns;
  Tokens shifted = inner;
  for (Token& moved : shifted.list) {
    if (moved.lineno == 1) moved.col_offset += first_column;
    if (moved.end_lineno == 1) moved.end_col_offset += first_column;
    moved.lineno += parent.lineno + lines - 1;
    moved.end_lineno += parent.lineno + lines - 1;
  }
  Parser parser(shifted, arena_, depth_ + 1);
  try {
    return parser.replacement_field();
  } catch (const Parser::Failure&) {
  }
  if (diagnose_ && !problem_) {
    problem_.emplace();
    problem_->inner = diagnose(inner, GrammarStart::ReplacementField);
    problem_->inner->lineno += parent.lineno + lines - 1;
    problem_->inner->end_lineno += parent.lineno + lines - 1;
  } else {
    wrong("f-string: invalid syntax");
  }
  return nullptr;
}

}  // namespace threadbook::python
