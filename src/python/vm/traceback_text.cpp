#include "python/vm/traceback_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "python/syntax/parser.h"
#include "python/syntax/utf8.h"

namespace threadbook::python {
namespace {

// How often the same entry is shown before its repetitions are counted.
constexpr std::size_t kShownRepetitions = 3;

// Byte offsets into the marked part of a line: [0, left) and [right, end) are marked with ~,
// [left, right) with ^.
struct Anchors {
  std::size_t left, right;
};

// Characters that take two columns of a terminal: East Asian Width W and F of Unicode 14.0, gaps of
// unassigned characters closed.
constexpr char32_t kWide[][2] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAD9},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x1B2FB}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
    {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567},
    {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
    {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC},
    {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAF6},
    {0x20000, 0x3134A},
};

std::size_t columns(char32_t c) {
  const auto* range =
      std::upper_bound(std::begin(kWide), std::end(kWide), c,
                       [](char32_t character, const char32_t(&other)[2]) { return character <= other[1]; });
  return range != std::end(kWide) && c >= (*range)[0] ? 2 : 1;
}

// The columns `utf8` takes.
std::size_t columns(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCharacter decoded = decode_utf8(utf8, i);
    count += columns(decoded.character);
    i += decoded.length;
  }
  return count;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r' || c == '\n'; }

std::string_view trim_left(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\f\v\r\n");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::string_view trim(std::string_view text) {
  text = trim_left(text);
  return text.substr(0, text.find_last_not_of(" \t\f\v\r\n") + 1);
}

// The operator between two operands: the first character that is neither blank nor the end of a
// parenthesis around the left one, and the next unless it is blank (which makes the `(` of `1/(2)`
// part of the operator, in CPython 3.11 too).
Anchors operator_anchors(std::string_view segment, const ast::BinOp& operation) {
  const std::size_t end = operation.right->position.col_offset;
  std::size_t left = operation.left->position.end_col_offset;
  while (left + 1 < end && (is_blank(segment[left]) || segment[left] == ')')) ++left;
  const bool two = left + 1 < end && !is_blank(segment[left + 1]);
  return {left, left + (two ? 2 : 1)};
}

// The brackets of a subscript and what is between them.
Anchors subscript_anchors(std::string_view segment, const ast::Subscript& subscript) {
  const std::size_t open = segment.find('[', subscript.value->position.end_col_offset);
  const std::size_t close = segment.find(']', subscript.slice->position.end_col_offset);
  return {open, close == std::string_view::npos ? segment.size() : close + 1};
}

std::optional<Anchors> find_anchors(std::string_view segment) {
  const ParseResult parsed = parse(segment, "<traceback>");
  if (!parsed || parsed.module->body.size() != 1) return std::nullopt;
  const ast::Stmt* statement = parsed.module->body[0];
  if (statement->kind != ast::Stmt::Kind::ExprStmt) return std::nullopt;
  const ast::Expr* expression = ast::as<ast::ExprStmt>(statement)->value;
  if (expression->position.lineno != expression->position.end_lineno) return std::nullopt;
  if (expression->kind == ast::Expr::Kind::BinOp) {
    return operator_anchors(segment, *ast::as<ast::BinOp>(expression));
  }
  if (expression->kind == ast::Expr::Kind::Subscript) {
    return subscript_anchors(segment, *ast::as<ast::Subscript>(expression));
  }
  return std::nullopt;
}

// The line of carets with its newline; empty if it would say nothing.
std::string marks(const TracebackLine& entry, std::string_view stripped) {
  const std::string_view line = entry.source_line;
  const std::size_t indent = line.size() - trim_left(line).size();
  const std::size_t begin = entry.span.column;
  std::size_t end = indent + stripped.size();
  std::optional<Anchors> anchors;
  if (entry.span.line == entry.span.end_line) {
    end = entry.span.end_column;
    if (end > line.size() || begin > end) return {};
    anchors = find_anchors(line.substr(begin, end - begin));
  }
  if (begin < indent || begin >= end) return {};
  if (end - begin >= stripped.size() && !anchors) return {};

  const std::string_view marked = line.substr(begin, end - begin);
  std::string result(4 + columns(line.substr(indent, begin - indent)), ' ');
  if (anchors) {
    result.append(columns(marked.substr(0, anchors->left)), '~');
    result.append(columns(marked.substr(anchors->left, anchors->right - anchors->left)), '^');
    result.append(columns(marked.substr(anchors->right)), '~');
  } else {
    result.append(columns(marked), '^');
  }
  return result + "\n";
}

bool is_same_place(const TracebackLine& a, const TracebackLine& b) {
  return a.span.line == b.span.line && a.filename == b.filename && a.name == b.name;
}

}  // namespace

std::string format_entry(const TracebackLine& entry) {
  std::string result =
      "  File \"" + entry.filename + "\", line " + std::to_string(entry.span.line) + ", in " + entry.name + "\n";
  const std::string_view stripped = trim(entry.source_line);
  if (stripped.empty()) return result;
  result.append("    ").append(stripped).append("\n");
  return result + marks(entry, stripped);
}

std::vector<std::string> format_entries(std::span<const TracebackLine> entries) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < entries.size();) {
    std::size_t same = 1;
    while (i + same < entries.size() && is_same_place(entries[i], entries[i + same])) ++same;
    for (std::size_t k = 0; k < same && k < kShownRepetitions; ++k) {
      result.push_back(format_entry(entries[i + k]));
    }
    if (same > kShownRepetitions) {
      const std::size_t more = same - kShownRepetitions;
      result.push_back("  [Previous line repeated " + std::to_string(more) +
                       (more > 1 ? " more times]\n" : " more time]\n"));
    }
    i += same;
  }
  return result;
}

}  // namespace threadbook::python
