#include "ui/layout/code_colors.h"

#include <algorithm>

#include "python/syntax/highlight.h"
#include "ui/layout/utf8.h"

namespace threadbook::ui {
namespace {

constexpr std::size_t kTab = 4;

CodeRole role_of(python::HighlightClass kind) {
  switch (kind) {
    case python::HighlightClass::Plain: return CodeRole::Plain;
    case python::HighlightClass::Keyword: return CodeRole::Keyword;
    case python::HighlightClass::DefinitionName:
    case python::HighlightClass::Decorator: return CodeRole::Definition;
    case python::HighlightClass::BuiltinName: return CodeRole::Builtin;
    case python::HighlightClass::String: return CodeRole::String;
    case python::HighlightClass::Number: return CodeRole::Number;
    case python::HighlightClass::Comment: return CodeRole::Comment;
    case python::HighlightClass::Replacement:
    case python::HighlightClass::Operator: return CodeRole::Punctuation;
  }
  return CodeRole::Plain;
}

// Collects stretches of the source into lines of runs.
class Lines {
 public:
  void add(std::string_view text, CodeRole role) {
    while (!text.empty()) {
      const std::string_view plain = text.substr(0, text.find_first_of("\n\t"));
      if (!plain.empty()) {
        run(role) += plain;
        column_ += count_code_points(plain);
        text.remove_prefix(plain.size());
        continue;
      }
      if (text.front() == '\n') {
        lines_.emplace_back();
        column_ = 0;
      } else {
        const std::size_t blanks = kTab - column_ % kTab;
        run(role).append(blanks, ' ');
        column_ += blanks;
      }
      text.remove_prefix(1);
    }
  }

  std::vector<CodeLine> take() { return std::move(lines_); }

 private:
  // The text of the line's last run, of a new one if the role changes.
  std::string& run(CodeRole role) {
    CodeLine& line = lines_.back();
    if (line.empty() || line.back().role != role) line.push_back({role, column_, {}});
    return line.back().text;
  }

  std::vector<CodeLine> lines_ = std::vector<CodeLine>(1);
  std::size_t column_ = 0;
};

// Where a row of `line` ends that begins at `first`; both count bytes.
std::size_t row_end(std::string_view line, std::size_t first, std::size_t most) {
  std::size_t at = first, behind_blank = 0, hard = 0;
  bool has_begun = false;  // a row is not its indentation alone
  for (std::size_t columns = 0; at < line.size(); ++columns) {
    if (columns == most) hard = at;
    if (columns > most) break;
    const bool is_blank = line[at] == ' ';
    next_code_point(line, at);
    if (is_blank && has_begun) behind_blank = at;
    has_begun |= !is_blank;
  }
  return at == line.size() && (hard == 0 || behind_blank == at) ? at : behind_blank > 0 ? behind_blank : hard;
}

// The bytes [first, last) of a line.
CodeLine cut(const CodeLine& line, std::size_t first, std::size_t last) {
  CodeLine result;
  std::size_t begin = 0, column = 0;
  for (const CodeRun& run : line) {
    const std::size_t from = std::max(begin, first), to = std::min(begin + run.text.size(), last);
    if (from < to) {
      result.push_back({run.role, column, run.text.substr(from - begin, to - from)});
      column += count_code_points(result.back().text);
    }
    begin += run.text.size();
  }
  return result;
}

}  // namespace

std::vector<CodeLine> color_python(std::string_view source) {
  Lines lines;
  std::size_t at = 0;
  for (const python::HighlightSpan& span : python::highlight(source)) {
    lines.add(source.substr(at, span.start - at), CodeRole::Plain);
    lines.add(source.substr(span.start, span.end - span.start), role_of(span.kind));
    at = span.end;
  }
  lines.add(source.substr(at), CodeRole::Plain);
  return lines.take();
}

std::vector<CodeLine> plain_code(std::string_view source) {
  Lines lines;
  lines.add(source, CodeRole::Plain);
  return lines.take();
}

CodeRows wrap_code(const std::vector<CodeLine>& lines, std::size_t most) {
  CodeRows result;
  for (const CodeLine& line : lines) {
    std::string text;
    for (const CodeRun& run : line) text += run.text;
    std::size_t first = 0;
    do {
      const std::size_t last = row_end(text, first, most);
      result.rows.push_back(cut(line, first, last));
      result.goes_on.push_back(last < text.size());
      first = last;
    } while (first < text.size());
  }
  return result;
}

}  // namespace threadbook::ui
