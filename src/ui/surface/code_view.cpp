#include "ui/surface/code_view.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {
namespace {

Color color_of(const Theme& theme, CodeRole role) {
  switch (role) {
    case CodeRole::Plain: return theme.plain;
    case CodeRole::Keyword: return theme.keyword;
    case CodeRole::String: return theme.string;
    case CodeRole::Number: return theme.number;
    case CodeRole::Comment: return theme.comment;
    case CodeRole::Definition: return theme.definition;
    case CodeRole::Builtin: return theme.builtin;
    case CodeRole::Punctuation: return theme.punctuation;
  }
  return theme.plain;
}

Type code_type(float size) { return {Face::Mono, size, 0, Ink::Code, false}; }

}  // namespace

float column_advance(const Fonts& fonts, float size) { return fonts.advance(code_type(size), U'0', 0); }

float code_baseline(const Fonts& fonts, const PageColumns& columns, float top) {
  const Type type = code_type(columns.code_size);
  return top + std::round((columns.code_line - fonts.ascent(type) - fonts.descent(type)) / 2 + fonts.ascent(type));
}

float paint_code(Painter& painter, const Theme& theme, const std::vector<CodeLine>& lines, const PageColumns& columns,
                 float x, float y, std::size_t first, std::size_t last) {
  const Type type = code_type(columns.code_size);
  float end = x;
  for (std::size_t i = first; i < std::min(last, lines.size()); ++i) {
    const float baseline = code_baseline(painter.metrics(), columns, y + static_cast<float>(i) * columns.code_line);
    float pen = x;
    for (const CodeRun& run : lines[i]) pen = painter.columns(type, pen, baseline, run.text, color_of(theme, run.role));
    end = std::max(end, pen);
  }
  return end;
}

}  // namespace threadbook::ui
