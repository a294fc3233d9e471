#include "ui/card/tools_panel.h"

#include <string>

#include "ui/card/run_words.h"
#include "ui/surface/icons.h"

namespace threadbook::ui {
namespace {

Color state_color(const Theme& theme, RunState state) {
  switch (state) {
    case RunState::Ready: return theme.faint;
    case RunState::Running: return theme.running;
    case RunState::Interrupted:
    case RunState::Stopping: return theme.waits_lock;
    case RunState::Finished: return theme.accent;
    case RunState::Failed:
    case RunState::Refused: return theme.error;
    case RunState::Stopped: return theme.faint;
  }
  return theme.faint;
}

}  // namespace

float ToolsPanel::lay_out(const PageColumns& columns, float, float) {
  layout_ = lay_out_tools(columns);
  return layout_.height;
}

std::vector<Overlay> ToolsPanel::overlays() const {
  const bool active = example_.active();
  Overlay run = overlay(ExamplePart::Run, OverlayKind::Button, layout_.run, (active ? "Stop: " : "Run: ") + title());
  run.disabled = active && !example_.can_be_stopped();
  Overlay step = overlay(ExamplePart::Step, OverlayKind::Button, layout_.step,
                         (example_.steps() != nullptr ? "End stepping: " : "Step: ") + title());
  step.disabled = active;
  const bool exploring = example_.exploring();
  Overlay orders = overlay(ExamplePart::Orders, OverlayKind::Button, layout_.orders,
                           (exploring ? "Stop trying orders: " : "Every order: ") + title());
  orders.disabled = active;
  Overlay reset = overlay(ExamplePart::Reset, OverlayKind::Button, layout_.reset, "Reset: " + title());
  reset.disabled = !example_.edited();
  Overlay gil = overlay(ExamplePart::Gil, OverlayKind::Switch, layout_.gil, "Global interpreter lock");
  gil.on = example_.gil();
  std::vector<Overlay> overlays = {run, step, orders};
  if (layout_.reset.w > 0) overlays.push_back(reset);
  overlays.push_back(gil);
  return overlays;
}

void ToolsPanel::clicked(ExamplePart part) {
  switch (part) {
    case ExamplePart::Run: example_.active() ? example_.stop() : example_.run(); return;
    case ExamplePart::Step: example_.step(); return;
    case ExamplePart::Orders: example_.explore(false); return;
    case ExamplePart::Reset:
      if (!example_.edited()) return;
      example_.reset();
      host_.announce("The example is as it was.");
      return;
    case ExamplePart::Gil:
      example_.set_gil(!example_.gil());
      host_.announce(example_.gil() ? "GIL on" : "GIL off");
      return;
    default: return;
  }
}

void ToolsPanel::paint(const View& view, const Rect& area, float, float) const {
  const auto at = [&](const Rect& rect) { return rect.moved(area.x, area.y); };
  if (example_.active()) {
    paint_button(view, at(layout_.run), "Stop", ExamplePart::Run, true, example_.can_be_stopped(), paint_stop);
  } else {
    paint_button(view, at(layout_.run), "Run", ExamplePart::Run, true, true, paint_play);
  }
  paint_button(view, at(layout_.step), "Step", ExamplePart::Step, false, !example_.active(), paint_step,
               example_.steps() != nullptr);
  const bool exploring = example_.exploring();
  paint_button(view, at(layout_.orders), exploring ? "Stop" : "Every order", ExamplePart::Orders, false,
               !example_.active(), exploring ? paint_stop : paint_orders);
  if (layout_.reset.w > 0)
    paint_button(view, at(layout_.reset), "Reset", ExamplePart::Reset, false, example_.edited(), paint_reset);
  paint_switch(view, at(layout_.gil));
  paint_state(view, at(layout_.state));
}

void ToolsPanel::paint_button(const View& view, const Rect& rect, std::string_view text, ExamplePart part,
                              bool is_primary, bool is_enabled, void (*icon)(Painter&, Point, float, Color),
                              bool is_on) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const bool is_hot = is_enabled && is_hovered(view, part);
  Color back = is_primary ? (is_hot ? theme.accent_hover : theme.accent) : (is_hot ? theme.button_hover : theme.button);
  Color ink = is_primary ? theme.on_accent : theme.button_text;
  if (is_on) {
    back = theme.accent_soft;
    ink = theme.accent;
  }
  if (!is_enabled) {
    back = is_primary ? mix(theme.card, theme.accent, 0.35f) : theme.card;
    ink = is_primary ? mix(theme.card, theme.on_accent, 0.9f) : theme.faint;
  }
  paint.fill(rect, back, 7);
  if (!is_primary) paint.frame(rect, is_on ? theme.accent : is_enabled ? theme.button_edge : theme.card_edge, 7);
  constexpr float kIcon = 10;
  if (rect.w <= kSignButton) {
    icon(paint, rect.center(), kIcon, ink);
    return;
  }
  const Type type = interface_type(14, is_primary ? Face::SemiBold : Face::Regular);
  const float width = paint.metrics().width(type, text);
  const float left = rect.x + (rect.w - width - kIcon - 8) / 2;
  icon(paint, {left + kIcon / 2, rect.center().y}, kIcon, ink);
  paint.label(type, {left + kIcon + 8, rect.y, width + 1, rect.h}, text, ink);
}

void ToolsPanel::paint_state(const View& view, const Rect& rect) const {
  Painter& paint = view.painter;
  const RunWords words = run_words(example_);
  if (words.whole.empty()) {
    constexpr std::string_view kKeys = "Ctrl + Enter runs \u00b7 Esc, Tab leaves";
    const Type type = interface_type(12.5f);
    if (is_focused(view, ExamplePart::Editor) && paint.metrics().width(type, kKeys) < rect.w) {
      paint.label(type, rect, kKeys, view.theme.muted);
    }
    return;
  }
  const Type type = interface_type(13.5f);
  const Rect room{rect.x + 14, rect.y, rect.w - 14, rect.h};
  const bool is_stuck = example_.state() == RunState::Running && example_.why_it_stands().has_value();
  paint.circle({rect.x + 4, rect.center().y}, 3.5f,
               is_stuck ? view.theme.error : state_color(view.theme, example_.state()));
  const auto fits = [&](std::string_view text) { return paint.metrics().width(type, text) <= room.w; };
  std::string_view shown = words.whole;
  if (!fits(shown)) shown = words.brief;
  if (!fits(shown)) shown = shown.substr(0, shown.find(','));  // without the time
  paint.label(type, room, shown, view.theme.text);
}

void ToolsPanel::paint_switch(const View& view, const Rect& rect) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const bool is_on = example_.gil();
  const bool is_hot = is_hovered(view, ExamplePart::Gil);
  constexpr float kWidth = 34, kHeight = 20;
  const Rect track{rect.right() - kWidth, rect.center().y - kHeight / 2, kWidth, kHeight};
  const Color off = mix(theme.card, theme.text, 0.55f);
  paint.fill(track, is_on ? (is_hot ? theme.accent_hover : theme.accent) : off, kHeight / 2);
  const float knob = is_on ? track.right() - kHeight / 2 : track.x + kHeight / 2;
  paint.circle({knob, track.center().y}, kHeight / 2 - 3, is_on ? theme.on_accent : theme.card);
  paint.label(interface_type(14), {rect.x, rect.y, track.x - rect.x - 9, rect.h}, "GIL",
              is_hot ? theme.heading : theme.button_text, 1);
}

}  // namespace threadbook::ui
