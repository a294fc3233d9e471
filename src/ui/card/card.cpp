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
      orders_(example_, index),
      steps_(example_, index, address_, host),
      output_(example_, index),
      lanes_(example_, index),
      inspector_(example_, index, lanes_.view()),
      panels_{&title_, &notice_, &editor_, &tools_, &orders_, &steps_, &output_, &lanes_, &inspector_} {}

// Layout -------------------------------------------------------------------------------------------------------

bool Card::lay_out(const PageColumns& columns) {
  const bool wide = columns.side_width > 0;
  std::array<PanelWish, kPanels> wishes;
  const auto ask = [&](std::size_t i) {
    const bool beside = panels_[i]->beside();
    const float height = panels_[i]->lay_out(columns, wide && beside ? kBesideSide : card_side(columns),
                                             wide && beside ? columns.side_width : columns.card_width);
    wishes[i] = {height, beside};
    return height;
  };
  float code = 0;
  for (const PanelIndex i : {kTitle, kNotice, kEditor, kTools}) code += ask(i);
  output_.stand_beside(code, ask(kLanes));
  ask(kInspector);
  ask(kOrders);
  ask(kSteps);
  ask(kOutput);
  const float width = layout_.width, height = layout_.height;
  layout_ = lay_out_card(wishes, columns);
  return layout_.width != width || layout_.height != height;
}

Rect Card::at(std::size_t panel) const {
  const bool is_beside = layout_.side_height > 0 && panels_[panel]->beside();
  const float down = std::clamp(top_ - corner_.y, 0.0f, layout_.height - layout_.side_height);
  return layout_.panels[panel].moved(corner_.x, corner_.y + (is_beside ? std::round(down) : 0));
}

void Card::stand(Point corner, float top, float bottom) {
  corner_ = corner;
  top_ = top;
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
  paint_ground(view, card);
  for (const PanelIndex panel : {kSteps, kOutput, kLanes, kInspector}) {
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
    paint.fill(tools.inset(1, 0), theme.card);  // within the card's frame
    paint.rule(tools.x, is_below ? tools.bottom() - hair : tools.y, tools.w, theme.card_edge);
  }
  panels_[kTools]->paint(view, tools, top, bottom);
}

// What the run shows stands on another ground than the code.
void Card::paint_ground(const View& view, const Rect& card) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float hair = paint.hair();
  const float end = card.y + layout_.code_height;
  paint.fill(card, theme.inset, kRadius);
  paint.push_clip({card.x, card.y, layout_.panels[kEditor].w, layout_.code_height});
  // Its own corners are round, those towards the other ground are not.
  const bool is_divided = layout_.side_height > 0, is_shorter = end < card.bottom() - hair;
  paint.fill({card.x, card.y, card.w + (is_divided ? kRadius : 0), layout_.code_height + (is_shorter ? kRadius : 0)},
             theme.card, kRadius);
  paint.pop_clip();
  if (is_shorter) paint.rule(card.x, end, layout_.panels[kEditor].w, theme.card_edge);
  if (is_divided) paint.upright(card.x + layout_.panels[kEditor].w, card.y, layout_.code_height, theme.card_edge);
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
  if (part == ExamplePart::Gutter) return editor_.pointed(gesture);
  if (part == ExamplePart::Steps || part == ExamplePart::StepsSlider) return steps_.pointed_at(part, gesture);
  if (part != ExamplePart::Console || !output_.pointed(gesture)) return false;
  const std::optional<std::uint64_t> pressed = output_.take_pressed();
  if (!pressed) return true;
  if (const auto steps = example_.steps()) {
    example_.tell_steps({.kind = explore::StepCommand::Kind::GoToOutput, .number = steps->output_before + *pressed});
  } else {
    lanes_.show_output(*pressed);
  }
  return true;
}

bool Card::poll() {
  if (!example_.busy()) return false;
  const RunState before = example_.state();
  const bool was_silent = example_.console().visible_lines() == 0;
  const bool awaited_step = example_.awaits_step();
  const bool explored = example_.exploring();
  has_news_ |= example_.poll();
  is_awaited_ |= (awaited_step && !example_.awaits_step()) || (explored && !example_.exploring());
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
