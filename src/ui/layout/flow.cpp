#include "ui/layout/flow.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace threadbook::ui {
namespace {

struct HeadingStyle {
  Face face;
  float size;
  float line;
  float tracking;  // ems
  float gap;       // above
};

// By rank: the chapter's title, then the headings inside it. Each is told from the next at a glance.
constexpr HeadingStyle kHeadings[] = {
    {Face::Bold, 38, 46, -0.024f, 0},
    {Face::Bold, 26, 34, -0.018f, 60},
    {Face::SemiBold, 20, 29, -0.012f, 44},
    {Face::SemiBold, 17.5f, 28, -0.010f, 36},
};
constexpr int kDeepest = 4;

class Builder {
 public:
  Builder(const PageColumns& columns, const Metrics& metrics) : columns_(columns), metrics_(metrics) {}

  Flow build(const book::Section& chapter) {
    flow_.blocks.push_back(0);
    heading(chapter.heading, 1);
    for (const book::Block& block : chapter.blocks) {
      flow_.blocks.push_back(flow_.elements.size());
      blocks({&block, 1}, Place{0, columns_.text_width, false});
    }
    return std::move(flow_);
  }

 private:
  struct Place {
    float x;
    float width;
    bool tight;
  };

  // Inter is drawn for small sizes; at reading size its letters stand a little closer.
  Type body_type() const { return {Face::Regular, columns_.body_size, columns_.body_size * -0.010f, Ink::Text, false}; }

  std::vector<Span> spans(const book::Inlines& inlines, const Type& base) {
    std::vector<Span> result;
    for (const book::Inline& piece : inlines) {
      Span span;
      span.text = piece.text;
      span.type = base;
      const bool heading = base.ink == Ink::Heading;
      if (piece.style.code) {
        span.type.face = heading ? Face::MonoBold : Face::Mono;
        span.type.size = std::round(base.size * 0.89f * 2) / 2;
        span.type.tracking = heading ? base.tracking * 0.5f : 0;
        span.type.ink = heading ? Ink::Heading : Ink::Code;
        span.type.tinted = !heading;
      } else if (piece.style.strong && base.face == Face::Regular) {
        span.type.face = Face::SemiBold;
        span.type.ink = Ink::Heading;
      } else if (piece.style.emphasis && base.face == Face::Regular) {
        span.type.face = Face::Italic;
      }
      if (!piece.link.empty()) {
        span.type.ink = Ink::Link;
        span.link = static_cast<int>(flow_.links.size());
        // Neighbouring pieces of one link are one link.
        const std::string address = book::page_address(piece.link);
        if (!result.empty() && result.back().link >= 0 &&
            flow_.links[static_cast<std::size_t>(result.back().link)] == address) {
          span.link = result.back().link;
        } else {
          flow_.links.push_back(address);
        }
      }
      result.push_back(std::move(span));
    }
    return result;
  }

  FlowElement& add(FlowElement element) {
    element.pad_top = std::exchange(pending_pad_, 0.f);
    if (!pending_marker_.empty()) {
      if (auto* text = std::get_if<FlowText>(&element.content)) {
        text->marker = std::exchange(pending_marker_, {});
        text->marker_type = marker_type_;
      }
    }
    flow_.elements.push_back(std::move(element));
    return flow_.elements.back();
  }

  void heading(const book::Inlines& text, int rank) {
    const HeadingStyle& style = kHeadings[std::min(rank, kDeepest) - 1];
    const bool phone = columns_.phone;
    const float shrink = phone && rank < 3 ? 0.85f : 1;
    const float size = std::round(style.size * shrink);
    const Type type{style.face, size, size * style.tracking, Ink::Heading, false};
    FlowElement element;
    element.width = columns_.text_width;
    FlowText content;
    content.heading = rank;
    content.box = layout_text(spans(text, type), columns_.text_width, std::round(style.line * shrink), metrics_,
                              Breaking::Balanced);
    element.height = content.box.height;
    element.content = std::move(content);
    element.gap = std::round(style.gap * (phone ? 0.85f : 1));
    add(std::move(element));
  }

  void blocks(std::span<const book::Block> list, const Place& place) {
    for (const book::Block& block : list) {
      std::visit([&](const auto& content) { this->block(content, place); }, block.content);
    }
  }

  float paragraph_gap(const Place& place) const { return place.tight ? 6 : 18; }

  void block(const book::Paragraph& paragraph, const Place& place) {
    FlowElement element;
    FlowText content;
    content.box = layout_text(spans(paragraph.text, body_type()), place.width, columns_.line_height, metrics_);
    element.x = place.x;
    element.width = place.width;
    element.height = content.box.height;
    element.gap = paragraph_gap(place);
    element.content = std::move(content);
    add(std::move(element));
  }

  void block(const book::Heading& block, const Place&) {
    flow_.headings.push_back({block.anchor, book::plain_text(block.text), block.level, flow_.elements.size()});
    heading(block.text, block.level);
  }

  void block(const book::List& list, const Place& place) {
    const float indent = list.ordered ? 30 : 26;
    unsigned number = list.start;
    bool first = true;
    for (const book::Blocks& item : list.items) {
      pending_marker_ = list.ordered ? std::to_string(number++) + "." : "\u2022";
      marker_type_ = body_type();
      marker_type_.ink = list.ordered ? Ink::Muted : Ink::Accent;
      const std::size_t begin = flow_.elements.size();
      blocks(item, Place{place.x + indent, place.width - indent, list.tight});
      pending_marker_.clear();
      if (begin < flow_.elements.size()) {
        flow_.elements[begin].gap = first && !place.tight ? 14.f : list.tight ? 8.f : 12.f;
      }
      first = false;
    }
  }

  void block(const book::Code& code, const Place& place) {
    FlowElement element;
    FlowCode content;
    std::string_view text = code.text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    const bool is_python = code.language == "python" || code.language == "py";
    const float column = metrics_.advance({Face::Mono, columns_.code_size, 0, Ink::Code, false}, U'0', 0);
    const float room = std::max(1.0f, std::floor((place.width - 2 * kCodePaddingX) / column));
    content.code = wrap_code(is_python ? color_python(text) : plain_code(text), static_cast<std::size_t>(room));
    element.x = place.x;
    element.width = place.width;
    element.height = static_cast<float>(content.code.rows.size()) * columns_.code_line + 2 * kCodePaddingY;
    element.gap = 20;
    element.content = std::move(content);
    add(std::move(element));
  }

  void block(const book::Example& example, const Place&) {
    FlowElement element;
    element.content = FlowExample{flow_.examples.size()};
    flow_.examples.push_back(&example);
    element.x = columns_.card_x - columns_.text_x;
    element.width = columns_.card_width;
    element.gap = 28;
    add(std::move(element));
  }

  void block(const book::Table& table, const Place& place) {
    constexpr float kPadX = kCellPaddingX;
    constexpr float kPadY = kCellPaddingY;
    const std::size_t count = table.alignments.size();
    if (count == 0) return;
    const float size = columns_.body_size - 1.5f;
    const float line = columns_.line_height - 5;
    const Type base{Face::Regular, size, size * -0.006f, Ink::Text, false};
    const Type head{Face::SemiBold, size, size * -0.006f, Ink::Heading, false};

    std::vector<const std::vector<book::Inlines>*> rows;
    rows.push_back(&table.head);
    for (const auto& row : table.rows) rows.push_back(&row);

    // What each column would like, then what it gets: narrow columns get their wish, wide ones share the rest.
    std::vector<float> wish(count, 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < count; ++c) {
        const TextBox box = layout_text(spans((*rows[r])[c], r == 0 ? head : base), 100000, line, metrics_);
        wish[c] = std::max(wish[c], box.width + 2 * kPadX + 1);
      }
    }
    std::vector<float> widths = share(wish, place.width);

    FlowTable content;
    float y = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      content.row_tops.push_back(y);
      float height = 0;
      float x = 0;
      const std::size_t begin = content.cells.size();
      for (std::size_t c = 0; c < count; ++c) {
        FlowTable::Cell cell;
        cell.box = layout_text(spans((*rows[r])[c], r == 0 ? head : base), widths[c] - 2 * kPadX, line, metrics_);
        cell.alignment = table.alignments[c];
        cell.rect = {x, y, widths[c], 0};
        height = std::max(height, cell.box.height + 2 * kPadY);
        x += widths[c];
        content.cells.push_back(std::move(cell));
      }
      for (std::size_t i = begin; i < content.cells.size(); ++i) content.cells[i].rect.h = height;
      content.width = x;
      y += height;
    }
    content.row_tops.push_back(y);

    FlowElement element;
    element.x = place.x;
    element.width = content.width;
    element.height = y;
    element.gap = 22;
    element.content = std::move(content);
    add(std::move(element));
  }

  static std::vector<float> share(const std::vector<float>& wish, float room) {
    float total = 0;
    for (const float w : wish) total += w;
    if (total <= room) {
      std::vector<float> widths = wish;
      for (float& w : widths) w = std::floor(w * room / total);
      return widths;
    }
    std::vector<float> widths(wish.size(), 0);
    std::vector<bool> settled(wish.size(), false);
    float left = room;
    std::size_t open = wish.size();
    for (bool changed = true; changed && open > 0;) {
      changed = false;
      const float fair = left / static_cast<float>(open);
      for (std::size_t c = 0; c < wish.size(); ++c) {
        if (!settled[c] && wish[c] <= fair) {
          settled[c] = changed = true;
          widths[c] = wish[c];
          left -= wish[c];
          --open;
        }
      }
    }
    for (std::size_t c = 0; c < wish.size(); ++c) {
      if (!settled[c]) widths[c] = std::floor(left / static_cast<float>(open));
    }
    return widths;
  }

  void block(const book::Callout& callout, const Place& place) {
    const bool quote = callout.kind == book::CalloutKind::Quote;
    const float left = 22;
    const float pad = quote ? 2 : 16;
    const std::size_t first = flow_.elements.size();
    pending_pad_ = pad;
    const Place inside{place.x + left, place.width - left - (quote ? 0 : 20), false};
    const std::string_view name = book::label(callout.kind);
    if (!name.empty()) {
      FlowElement element;
      FlowText content;
      const Type type{Face::SemiBold, 13.5f, 0.1f,
                      callout.kind == book::CalloutKind::TryIt ? Ink::Warning : Ink::Accent, false};
      std::vector<Span> label_spans;
      label_spans.push_back({std::string(name), type, -1});
      content.box = layout_text(std::move(label_spans), inside.width, 20, metrics_);
      element.x = inside.x;
      element.width = inside.width;
      element.height = content.box.height;
      element.gap = 24;
      element.content = std::move(content);
      add(std::move(element));
    }
    const std::size_t body = flow_.elements.size();
    blocks(callout.blocks, inside);
    if (flow_.elements.size() == first) return;
    if (body > first && body < flow_.elements.size()) flow_.elements[body].gap = 5;
    if (body == first) flow_.elements[first].gap = 22;
    flow_.elements.back().pad_bottom += pad;
    flow_.frames.push_back({first, flow_.elements.size(), callout.kind, place.x, place.width, {}});
  }

  void block(const book::ThematicBreak&, const Place& place) {
    FlowElement element;
    element.content = FlowRule{};
    element.x = place.x;
    element.width = place.width;
    element.height = 1;
    element.gap = 36;
    add(std::move(element));
  }

  const PageColumns& columns_;
  const Metrics& metrics_;
  Flow flow_;
  float pending_pad_ = 0;
  std::string pending_marker_;
  Type marker_type_;
};

// What must follow certain elements at the least.
float gap_below(const FlowElement& element) {
  if (const auto* text = std::get_if<FlowText>(&element.content)) {
    switch (text->heading) {
      case 0: return element.pad_bottom > 0 ? 24.f : 0.f;
      case 1: return 22;
      case 2: return 18;
      case 3: return 14;
      default: return 10;
    }
  }
  if (std::holds_alternative<FlowExample>(element.content)) return 30;
  if (std::holds_alternative<FlowCode>(element.content)) return 20;
  if (std::holds_alternative<FlowTable>(element.content)) return 24;
  return 36;
}

}  // namespace

Flow lay_out_chapter(const book::Section& chapter, const PageColumns& columns, const Metrics& metrics) {
  return Builder(columns, metrics).build(chapter);
}

void stack(Flow& flow, float top, const std::function<float(std::size_t)>& card_height) {
  float y = top;
  const FlowElement* above = nullptr;
  for (FlowElement& element : flow.elements) {
    if (const auto* example = std::get_if<FlowExample>(&element.content)) {
      element.height = card_height(example->example);
    }
    const bool under_heading =
        above && std::holds_alternative<FlowText>(above->content) && std::get<FlowText>(above->content).heading > 0;
    const bool is_heading =
        std::holds_alternative<FlowText>(element.content) && std::get<FlowText>(element.content).heading > 0;
    if (above) {
      // Under a heading its own distance holds, unless another heading asks for more.
      const bool card = std::holds_alternative<FlowExample>(element.content);
      y += under_heading && !is_heading ? gap_below(*above) + (card ? 8 : 0)
           : under_heading              ? std::min(element.gap, gap_below(*above) + 14)
                                        : std::max(element.gap, gap_below(*above));
    }
    y += element.pad_top;
    element.y = y;
    y += element.height + element.pad_bottom;
    above = &element;
  }
  for (FlowFrame& frame : flow.frames) {
    const FlowElement& first = flow.elements[frame.first];
    const FlowElement& last = flow.elements[frame.last - 1];
    const float frame_top = first.y - first.pad_top;
    frame.rect = {frame.x, frame_top, frame.width, last.y + last.height + last.pad_bottom - frame_top};
  }
  flow.height = y;
}

std::pair<std::size_t, std::size_t> Flow::visible(float top, float bottom) const {
  const auto first = std::partition_point(elements.begin(), elements.end(),
                                          [&](const FlowElement& e) { return e.y + e.height + e.pad_bottom <= top; });
  const auto last =
      std::partition_point(first, elements.end(), [&](const FlowElement& e) { return e.y - e.pad_top < bottom; });
  return {static_cast<std::size_t>(first - elements.begin()), static_cast<std::size_t>(last - elements.begin())};
}

std::optional<std::size_t> Flow::heading_at(float y) const {
  std::optional<std::size_t> current;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (elements[headings[i].element].y <= y) current = i;
  }
  return current;
}

std::optional<std::size_t> Flow::find(std::string_view fragment) const {
  for (const FlowHeading& heading : headings) {
    if (heading.anchor == fragment) return heading.element;
  }
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const auto* example = std::get_if<FlowExample>(&elements[i].content);
    if (example && examples[example->example]->id == fragment) return i;
  }
  return std::nullopt;
}

}  // namespace threadbook::ui
