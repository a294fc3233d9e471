#include "ui/card/card.h"

#include <algorithm>
#include <cmath>

#include "trace/chrome_trace.h"
#include "trace/picture.h"

namespace threadbook::ui {
namespace {

constexpr float kRadius = 11;

// "example/no_threads" saves no_threads.json.
std::string file_name(const std::string& id) { return id.substr(id.rfind('/') + 1); }

// So much of the editor stays in sight above tools that stand at the window's lower edge.
constexpr float kLeastAbove = 96;

}  // namespace

Card::Card(const book::Example& original, std::size_t index, std::string address, Host& host)
    : host_(host),
      example_(original, host),
      index_(index),
      address_(std::move(address)),
      title_(example_, index, address_),
      notice_(example_, index),
      editor_(example_, index),
      tools_(example_, index, host),
      output_(example_, index),
      lanes_(example_, index),
      inspector_(example_, index, lanes_.view()),
      panels_{&title_, &notice_, &editor_, &tools_, &output_, &lanes_, &inspector_} {}

// Layout -------------------------------------------------------------------------------------------------------

bool Card::lay_out(const PageColumns& columns) {
  const bool wide = columns.side_width > 0;
  std::array<PanelWish, kPanels> wishes;
  for (std::size_t i = 0; i < kPanels; ++i) {
    const bool beside = wide && panels_[i]->beside();
    wishes[i].beside = panels_[i]->beside();
    wishes[i].height = panels_[i]->lay_out(columns, beside ? kBesideSide : card_side(columns),
                                           beside ? columns.side_width : columns.card_width);
  }
  const float width = layout_.width, height = layout_.height;
  layout_ = lay_out_card(wishes, columns);
  return layout_.width != width || layout_.height != height;
}

void Card::stand(Point corner, float top, float bottom) {
  corner_ = corner;
  const Rect own = at(kTools);
  const float least = std::min(own.y, at(kEditor).y + kLeastAbove);
  const float most = std::max(own.y, corner.y + layout_.height - own.h);
  // In its place if that is in sight, else at the nearer edge, but never outside of the card.
  const float wanted = own.bottom() > bottom ? bottom - own.h : own.y < top ? top : own.y;
  tools_y_ = std::round(std::clamp(wanted, least, most));
}

Rect Card::tools() const {
  Rect rect = at(kTools);
  rect.y = tools_y_;
  return rect;
}

Rect Card::output() const { return at(kOutput); }

std::vector<GroupId> Card::groups() const {
  std::vector<GroupId> groups;
  for (std::size_t i = 0; i < kPanels; ++i) {
    if (layout_.panels[i].h > 0) groups.push_back(panel_group(index_, i));
  }
  return groups;
}

void Card::place(OverlayGroups& groups) const {
  for (std::size_t i = 0; i < kPanels; ++i) {
    if (layout_.panels[i].h == 0) continue;
    const Rect area = i == kTools ? tools() : at(i);
    groups.set(panel_group(index_, i), Area::Page, panels_[i]->overlays(), panels_[i]->is_raised());
    groups.move(panel_group(index_, i), {area.x, area.y});
  }
}

bool Card::send(Host& host, double now) {
  bool more = false;
  for (Panel* panel : panels_) more |= panel->send(host, now);
  return more;
}

void Card::forget_sent() {
  for (Panel* panel : panels_) panel->forget_sent();
}

// Painting -----------------------------------------------------------------------------------------------------

void Card::paint(const View& view, float top, float bottom) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const Rect card{corner_.x, corner_.y, layout_.width, layout_.height};
  const bool is_edited = view.focused == example_overlay(index_, ExamplePart::Editor);
  const float hair = paint.hair();
  paint.shadow(card, theme.card_shade, kRadius, 14, theme.dark ? 0.22f : 0.055f);
  paint.fill(card, theme.card, kRadius);
  // What the run shows stands on another ground.
  const Rect output = at(kOutput);
  if (layout_.divided) {
    paint.push_clip({output.x, card.y, card.right() - output.x, card.h});
    paint.fill(card.inset(hair), theme.inset, kRadius - 1);
    paint.pop_clip();
    paint.upright(output.x, card.y, card.h, theme.card_edge);
  } else if (output.h > 0) {
    paint.fill_bottom({card.x + hair, output.y, card.w - 2 * hair, card.bottom() - output.y - hair}, theme.inset,
                      kRadius - 1);
    paint.rule(card.x, output.y, card.w, theme.card_edge);
  }
  for (const PanelIndex panel : {kLanes, kInspector}) {
    const Rect area = at(panel);
    if (area.h > 0) paint.rule(area.x, area.y, area.w, theme.card_edge);
  }
  paint.frame(card, is_edited ? mix(theme.card_edge, theme.accent, 0.65f) : theme.card_edge, kRadius);

  for (std::size_t i = 0; i < kPanels; ++i) {
    const Rect area = at(i);
    if (i == kTools || area.h == 0 || area.bottom() < top || area.y > bottom) continue;
    panels_[i]->paint(view, area, top, bottom);
  }
  const Rect tools = this->tools();
  if (tools.bottom() < top || tools.y > bottom) return;
  if (const Rect own = at(kTools); tools.y != own.y) {
    const bool is_below = tools.y > own.y;
    paint.fill({tools.x + hair, tools.y, tools.w - 2 * hair, tools.h}, theme.card);
    paint.rule(tools.x, is_below ? tools.bottom() - hair : tools.y, tools.w, theme.card_edge);
  }
  panels_[kTools]->paint(view, tools, top, bottom);
}

// What the reader did ------------------------------------------------------------------------------------------

void Card::clicked(ExamplePart part) {
  const bool was_active = example_.active();
  for (Panel* panel : panels_) panel->clicked(part);
  if (!was_active && example_.active()) {
    output_.begin();
    lanes_.begin();
  }
  if (part == ExamplePart::CloseInspector) lanes_.clear();
  if (part == ExamplePart::Save)
    host_.save(file_name(example_.original().id) + ".json", trace::as_chrome_json(example_.story()));
  if (part == ExamplePart::Picture) {
    host_.save(file_name(example_.original().id) + ".svg", trace::as_svg(example_.story(), example_.ran_with_gil()));
  }
}

void Card::run() {
  if (!example_.active()) clicked(ExamplePart::Run);
}

void Card::stop() {
  if (example_.active()) clicked(ExamplePart::Run);
}

void Card::edited(std::string text) {
  example_.edit(std::move(text));
  editor_.typed();
}

bool Card::scrolled(ExamplePart part, float left, float top, bool at_end) {
  if (part == ExamplePart::Editor) return editor_.scrolled(left, top, at_end);
  return part == ExamplePart::Console && output_.scrolled(left, top, at_end);
}

bool Card::pointed(ExamplePart part, const Gesture& gesture) {
  if (part == ExamplePart::Lanes) return lanes_.pointed(gesture);
  if (part != ExamplePart::Console || !output_.pointed(gesture)) return false;
  if (const std::optional<std::uint64_t> pressed = output_.take_pressed()) lanes_.show_output(*pressed);
  return true;
}

bool Card::poll() {
  if (!example_.active()) return false;
  const RunState before = example_.state();
  const bool was_silent = example_.console().visible_lines() == 0;
  has_news_ |= example_.poll();
  // What the reader waits for comes at once: a run's first output and its end.
  is_awaited_ |= example_.state() != before || (was_silent && example_.console().visible_lines() != 0);
  return true;
}

bool Card::take_news(double now, double every) {
  if (!has_news_ || (now - told_ < every && !is_awaited_)) return false;
  has_news_ = is_awaited_ = false;
  told_ = now;
  return true;
}

}  // namespace threadbook::ui
