#include "ui/layout/text_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/layout/utf8.h"

namespace threadbook::ui {
namespace {

// A tinted span stands this far inside its tint, in ems.
constexpr float kTintPadding = 0.30f;

// Part of a word in one span.
struct Fragment {
  std::uint32_t span;
  std::size_t begin;
  std::size_t end;
  float width;
  float lead;  // padding before the text, part of `width`
};

// What is never broken: letters up to the next place where a line may end.
struct Atom {
  std::vector<Fragment> fragments;
  float width = 0;
  float space_after = 0;  // of the blank that follows, 0 if a line may end without one
  std::uint32_t space_span = 0;
  std::size_t space_begin = 0;
  std::size_t space_end = 0;
  bool ends_line = false;  // a forced line end follows
};

bool is_blank(char32_t c) { return c == U' ' || c == U'\t'; }

// Whether a line may end after `c` although no blank follows.
bool may_break_after(char32_t c, char32_t next, bool code) {
  if (next == 0 || is_blank(next) || next == U'\n') return false;
  if (c == U'\u2013' || c == U'\u2014' || c == U'\u200B') return true;
  return !code && (c == U'-' || c == U'/') && next > U'9';
}

class AtomBuilder {
 public:
  AtomBuilder(const std::vector<Span>& spans, float max_width, const Metrics& metrics)
      : spans_(spans), max_width_(max_width), metrics_(metrics) {}

  std::vector<Atom> build() {
    for (std::uint32_t s = 0; s < spans_.size(); ++s) add_span(s);
    finish_atom();
    return std::move(atoms_);
  }

 private:
  void add_span(std::uint32_t s) {
    const Span& span = spans_[s];
    const float padding = span.type.tinted ? span.type.size * kTintPadding : 0;
    const bool code = is_monospaced(span.type.face);
    std::size_t i = 0;
    while (i < span.text.size()) {
      const std::size_t begin = i;
      const char32_t c = next_code_point(span.text, i);
      const char32_t next = peek_code_point(span.text, i);
      if (c == U'\n') {
        finish_atom();
        if (atoms_.empty()) atoms_.emplace_back();
        atoms_.back().ends_line = true;
        continue;
      }
      if (is_blank(c)) {
        finish_atom();
        if (atoms_.empty()) continue;
        Atom& last = atoms_.back();
        last.space_after += metrics_.advance(span.type, c, next);
        last.space_span = s;
        last.space_begin = begin;
        last.space_end = i;
        continue;
      }
      const float lead = begin == 0 ? padding : 0;
      const float tail = i == span.text.size() ? padding : 0;
      const float width = lead + metrics_.advance(span.type, c, is_blank(next) ? 0 : next) + tail;
      // A word wider than the line is cut where the line is full.
      if (current_.width + width > max_width_ && current_.width > 0) finish_atom();
      extend(s, begin, i, width, lead);
      if (may_break_after(c, next, code)) finish_atom();
    }
  }

  void extend(std::uint32_t s, std::size_t begin, std::size_t end, float width, float lead) {
    if (current_.fragments.empty() || current_.fragments.back().span != s) {
      current_.fragments.push_back({s, begin, end, 0, lead});
    }
    Fragment& fragment = current_.fragments.back();
    fragment.end = end;
    fragment.width += width;
    current_.width += width;
  }

  void finish_atom() {
    if (current_.fragments.empty()) return;
    atoms_.push_back(std::move(current_));
    current_ = Atom();
  }

  const std::vector<Span>& spans_;
  const float max_width_;
  const Metrics& metrics_;
  std::vector<Atom> atoms_;
  Atom current_;
};

// Where each line begins, for the atoms [first, last) that hold no forced line end inside.
void break_lines(const std::vector<Atom>& atoms, std::size_t first, std::size_t last, float width, Breaking breaking,
                 std::vector<std::size_t>& starts) {
  const std::size_t count = last - first;
  constexpr float kInfinite = std::numeric_limits<float>::max();
  // cost[i]: of the best way to set the atoms from i on; next[i]: where its first line ends.
  std::vector<float> cost(count + 1, kInfinite);
  std::vector<std::size_t> next(count + 1, count);
  cost[count] = 0;
  for (std::size_t i = count; i-- > 0;) {
    float used = 0;
    for (std::size_t j = i; j < count; ++j) {
      used += atoms[first + j].width;
      if (used > width + 0.01f && j > i) break;
      const float slack = std::max(0.f, width - used) / width;
      float line_cost = slack * slack;
      if (j + 1 == count) {
        if (breaking == Breaking::Prose) {
          // The last line may be short, but not a lone short word under a full paragraph.
          line_cost = i > 0 && used < width * 0.2f ? 0.08f : 0;
        }
      }
      // Each line costs a little, so that evenness never buys an additional line.
      const float total = line_cost + 0.5f + cost[j + 1];
      if (cost[j + 1] < kInfinite && total < cost[i]) {
        cost[i] = total;
        next[i] = j + 1;
      }
      used += atoms[first + j].space_after;
    }
  }
  for (std::size_t i = 0; i < count; i = next[i]) starts.push_back(first + i);
}

// Puts the atoms [first, last) on a line; stretches of one span become one piece.
Line compose(const std::vector<Span>& spans, const std::vector<Atom>& atoms, std::size_t first, std::size_t last) {
  Line line;
  float x = 0;
  for (std::size_t a = first; a < last; ++a) {
    const Atom& atom = atoms[a];
    for (const Fragment& fragment : atom.fragments) {
      const std::string_view text =
          std::string_view(spans[fragment.span].text).substr(fragment.begin, fragment.end - fragment.begin);
      if (!line.pieces.empty() && line.pieces.back().span == fragment.span) {
        Piece& piece = line.pieces.back();
        piece.text += text;
        piece.width = x + fragment.width - piece.x;
      } else {
        line.pieces.push_back({x, fragment.width, x + fragment.lead, fragment.span, std::string(text)});
      }
      x += fragment.width;
    }
    line.width = x;
    if (a + 1 < last && atom.space_after > 0) {
      const std::string_view blank =
          std::string_view(spans[atom.space_span].text).substr(atom.space_begin, atom.space_end - atom.space_begin);
      if (!line.pieces.empty() && line.pieces.back().span == atom.space_span) {
        line.pieces.back().text += blank;
        line.pieces.back().width = x + atom.space_after - line.pieces.back().x;
      } else if (!atoms[a + 1].fragments.empty() && atoms[a + 1].fragments.front().span == atom.space_span) {
        line.pieces.push_back({x, atom.space_after, x, atom.space_span, std::string(blank)});
      }
      x += atom.space_after;
    }
  }
  return line;
}

}  // namespace

float Metrics::width(const Type& type, std::string_view text) const {
  float total = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    total += advance(type, c, peek_code_point(text, i));
  }
  return total;
}

TextBox layout_text(std::vector<Span> spans, float width, float line_height, const Metrics& metrics,
                    Breaking breaking) {
  TextBox box;
  box.spans = std::move(spans);
  box.line_height = line_height;
  if (box.spans.empty()) return box;
  const std::vector<Atom> atoms = AtomBuilder(box.spans, width, metrics).build();

  std::vector<std::size_t> starts;
  for (std::size_t first = 0; first < atoms.size();) {
    std::size_t last = first;
    while (last < atoms.size() && !atoms[last].ends_line) ++last;
    if (last < atoms.size()) ++last;
    break_lines(atoms, first, last, width, breaking, starts);
    first = last;
  }

  const Type& base = box.spans.front().type;
  Type plain = base;
  plain.face = is_monospaced(base.face) ? Face::Regular : base.face;
  const float ascent = metrics.ascent(plain);
  const float descent = metrics.descent(plain);
  const float drop = (line_height - ascent - descent) / 2 + ascent;
  for (std::size_t n = 0; n < starts.size(); ++n) {
    const std::size_t end = n + 1 < starts.size() ? starts[n + 1] : atoms.size();
    Line line = compose(box.spans, atoms, starts[n], end);
    line.top = line_height * static_cast<float>(n);
    line.baseline = line.top + drop;
    box.width = std::max(box.width, line.width);
    box.lines.push_back(std::move(line));
  }
  box.height = line_height * static_cast<float>(box.lines.size());
  return box;
}

}  // namespace threadbook::ui
