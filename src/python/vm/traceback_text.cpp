#include "python/vm/traceback_text.h"

#include <optional>

#include "python/syntax/parser.h"

namespace threadbook::python {
namespace {

// How often the same entry is shown before its repetitions are counted.
constexpr std::size_t kShownRepetitions = 3;

// Offsets in characters into the marked part of a line: [0, left) and [right, end) are marked with
// ~, [left, right) with ^.
struct Anchors {
  std::size_t left, right;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += !is_continuation(c);
  return count;
}

std::string_view trim_left(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\f\v\r\n");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::string_view trim(std::string_view text) {
  text = trim_left(text);
  return text.substr(0, text.find_last_not_of(" \t\f\v\r\n") + 1);
}

// The operator between two operands: its first character that is no blank, and the next if that
// belongs to it. (Parentheses count as the operator, in CPython 3.11 too.)
Anchors operator_anchors(std::string_view segment, const ast::BinOp& operation) {
  const std::size_t start = operation.left->position.end_col_offset;
  const std::size_t end = operation.right->position.col_offset;
  const std::string_view between = segment.substr(start, end - start);
  const std::size_t blanks = between.size() - trim_left(between).size();
  const std::size_t left = start + blanks;
  const bool two = blanks + 1 < between.size() && !trim_left(between.substr(blanks + 1, 1)).empty();
  return {count_characters(segment.substr(0, left)),
          count_characters(segment.substr(0, left + (two ? 2 : 1)))};
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
    const auto* subscript = ast::as<ast::Subscript>(expression);
    return Anchors{
        count_characters(segment.substr(0, subscript->value->position.end_col_offset)),
        count_characters(segment.substr(0, subscript->slice->position.end_col_offset + 1))};
  }
  return std::nullopt;
}

// The line of carets with its newline; empty if it would say nothing.
std::string marks(const TracebackLine& entry, std::string_view stripped) {
  const std::string_view line = entry.source_line;
  const SourceSpan& span = entry.span;
  if (span.column > line.size()) return {};
  const std::size_t indent = line.size() - trim_left(line).size();
  const std::size_t start = count_characters(line.substr(0, span.column));
  const std::size_t shown = count_characters(stripped);
  std::size_t end;
  std::optional<Anchors> anchors;
  if (span.line == span.end_line) {
    if (span.end_column < span.column) return {};
    end = count_characters(line.substr(0, span.end_column));
    anchors = find_anchors(line.substr(span.column, span.end_column - span.column));
  } else {
    end = indent + shown;
  }
  if (end <= start || start < indent) return {};
  const std::size_t width = end - start;
  if (width >= shown && !(anchors && anchors->right > anchors->left)) return {};

  std::string result(4 + start - indent, ' ');
  if (anchors && anchors->right <= width) {
    result.append(anchors->left, '~');
    result.append(anchors->right - anchors->left, '^');
    result.append(width - anchors->right, '~');
  } else {
    result.append(width, '^');
  }
  return result + "\n";
}

bool is_same_place(const TracebackLine& a, const TracebackLine& b) {
  return a.span.line == b.span.line && a.filename == b.filename && a.name == b.name;
}

}  // namespace

std::string format_entry(const TracebackLine& entry) {
  std::string result = "  File \"" + entry.filename + "\", line " +
                       std::to_string(entry.span.line) + ", in " + entry.name + "\n";
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
