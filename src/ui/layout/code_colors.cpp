#include "ui/layout/code_colors.h"

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

}  // namespace threadbook::ui
