#include "ui/card/example_view.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "ui/card/console_view.h"
#include "ui/card/threads_view.h"
#include "ui/surface/code_view.h"
#include "ui/surface/icons.h"
#include "ui/surface/overlay_ids.h"

namespace threadbook::ui {
namespace {

std::string seconds_text(double seconds, bool counting) {
  char text[32];
  std::snprintf(text, sizeof text, counting ? "%.1f s" : "%.3f s", seconds);
  return text;
}

class CardPainter {
 public:
  CardPainter(const View& view, const Example& example, const CardLayout& layout, Point corner, std::size_t index)
      : view_(view),
        paint_(view.painter),
        theme_(view.theme),
        example_(example),
        layout_(layout),
        corner_(corner),
        index_(index) {}

  void paint(const CardScroll& scroll, float top, float bottom) {
    const Rect card = at(layout_.card);
    const bool typing = view_.focused == overlay(ExamplePart::Editor);
    paint_.shadow(card, theme_.card_shade, kRadius, 14, theme_.dark ? 0.22f : 0.055f);
    paint_.fill(card, theme_.card, kRadius);
    if (layout_.output.h > 0) below(card);
    paint_.frame(card, typing ? mix(theme_.card_edge, theme_.accent, 0.65f) : theme_.card_edge, kRadius);
    header();
    if (layout_.notice.h > 0) notice();
    editor(scroll, top, bottom);
    tools(typing);
    if (layout_.output.h > 0) {
      paint_console(view_, example_.console(), scroll, at(layout_.console), example_.active());
    }
    if (layout_.threads.h > 0) paint_threads(view_, example_, layout_, corner_);
  }

 private:
  static constexpr float kRadius = 11;

  Rect at(const Rect& rect) const { return rect.moved(corner_.x, corner_.y); }
  OverlayId overlay(ExamplePart part) const { return example_overlay(index_, part); }
  bool hovered(ExamplePart part) const { return view_.hovered == overlay(part); }

  // The tinted lower part, with the lines between.
  void below(const Rect& card) {
    const Rect output = at(layout_.output);
    const float edge = paint_.hair();
    paint_.fill_bottom({card.x + edge, output.y, card.w - 2 * edge, card.bottom() - output.y - edge}, theme_.inset,
                       kRadius - 1);
    paint_.rule(card.x, output.y, card.w, theme_.card_edge);
    if (layout_.threads.h > 0) paint_.rule(card.x, at(layout_.threads).y, card.w, theme_.card_edge);
  }

  void header() {
    const Rect header = at(layout_.header);
    const float left = header.x + layout_.side;
    const float width = header.w - 2 * layout_.side;
    const std::string state = state_sentence(example_);
    const Type small = interface_type(13);
    const float state_width = state.empty() ? 0 : paint_.metrics().width(small, state) + 14;

    const Type title_type = interface_type(14, Face::SemiBold);
    const float room = width - state_width - (state.empty() ? 0 : 20);
    const std::string& title = example_.original().title;
    paint_.label(title_type, {left, header.y, room, header.h}, title, theme_.heading);
    const float title_width = paint_.metrics().width(title_type, title);
    if (example_.edited() && title_width + 60 < room) {
      paint_.label(interface_type(12.5f, Face::Italic), {left + title_width + 10, header.y + 0.5f, 60, header.h},
                   "edited", theme_.muted);
    }
    if (!state.empty()) {
      const Rect place{left + width - state_width + 14, header.y, state_width - 14, header.h};
      paint_.circle({place.x - 9, header.center().y}, 3.5f, state_color());
      paint_.label(small, {place.x, place.y, place.w + 1, place.h}, state, theme_.muted);
    }
    paint_.rule(header.x, header.bottom() - paint_.hair(), header.w, theme_.card_edge);
  }

  Color state_color() const {
    switch (example_.state()) {
      case RunState::Ready: return theme_.faint;
      case RunState::Running: return theme_.running;
      case RunState::Interrupted:
      case RunState::Stopping: return theme_.waits_lock;
      case RunState::Finished: return theme_.accent;
      case RunState::Failed:
      case RunState::Refused: return theme_.error;
      case RunState::Stopped: return theme_.faint;
    }
    return theme_.faint;
  }

  void notice() {
    const Rect rect = at(layout_.notice);
    paint_.fill(rect, theme_.try_back);
    paint_.label(interface_type(13), {rect.x + layout_.side, rect.y, rect.w - 2 * layout_.side, rect.h},
                 "Your edits cannot be kept: this browser refuses storage to the page.", theme_.warning);
  }

  void editor(const CardScroll& scroll, float top, float bottom) {
    const Rect code = at(layout_.code);
    const float line = view_.columns.code_line;
    const auto count = example_.lines().size();
    const auto first =
        static_cast<std::size_t>(std::clamp(std::floor((top - code.y) / line), 0.0f, static_cast<float>(count)));
    const auto last =
        static_cast<std::size_t>(std::clamp(std::ceil((bottom - code.y) / line), 0.0f, static_cast<float>(count)));

    const Type number_type{Face::Mono, view_.columns.code_size - 2.5f, 0, Ink::Muted, false};
    const float advance = column_advance(paint_.metrics(), number_type.size);
    for (std::size_t i = first; i < last; ++i) {
      const std::string number = std::to_string(i + 1);
      const float x = code.x - 14 - static_cast<float>(number.size()) * advance;
      const float baseline = code_baseline(paint_.metrics(), view_.columns, code.y + static_cast<float>(i) * line);
      paint_.columns(number_type, x, baseline, number, theme_.line_number);
    }
    paint_.push_clip({code.x - 3, code.y - 8, code.w, code.h + 8});
    paint_code(paint_, theme_, example_.lines(), view_.columns, code.x - scroll.code_left, code.y, first, last);
    paint_.pop_clip();
  }

  void button(const Rect& rect, std::string_view text, ExamplePart part, bool primary, bool enabled,
              void (*icon)(Painter&, Point, float, Color)) {
    const bool hot = enabled && hovered(part);
    Color back = primary ? (hot ? theme_.accent_hover : theme_.accent) : (hot ? theme_.button_hover : theme_.button);
    Color ink = primary ? theme_.on_accent : theme_.button_text;
    if (!enabled) {
      back = primary ? mix(theme_.card, theme_.accent, 0.35f) : theme_.card;
      ink = primary ? mix(theme_.card, theme_.on_accent, 0.9f) : theme_.faint;
    }
    paint_.fill(rect, back, 7);
    if (!primary) paint_.frame(rect, enabled ? theme_.button_edge : theme_.card_edge, 7);
    const Type type = interface_type(14, primary ? Face::SemiBold : Face::Regular);
    const float width = paint_.metrics().width(type, text);
    const float icon_size = 10;
    if (rect.w <= kSignButton) {
      icon(paint_, rect.center(), icon_size, ink);
      return;
    }
    const float left = rect.x + (rect.w - width - icon_size - 8) / 2;
    icon(paint_, {left + icon_size / 2, rect.center().y}, icon_size, ink);
    paint_.label(type, {left + icon_size + 8, rect.y, width + 1, rect.h}, text, ink);
  }

  void tools(bool typing) {
    const bool active = example_.active();
    button(at(layout_.run), "Run", ExamplePart::Run, true, !active, paint_play);
    button(at(layout_.stop), "Stop", ExamplePart::Stop, false, example_.can_be_stopped(), paint_stop);
    button(at(layout_.reset), "Reset", ExamplePart::Reset, false, example_.edited(), paint_reset);
    gil_switch(at(layout_.gil));
    const Rect reset = at(layout_.reset);
    const Rect gil = at(layout_.gil);
    const float room = gil.x - reset.right() - 32;
    if (typing && room > 190) {
      paint_.label(interface_type(12.5f), {reset.right() + 16, reset.y, room, reset.h},
                   "Ctrl + Enter runs \u00b7 Esc, Tab leaves", theme_.muted);
    }
  }

  void gil_switch(const Rect& rect) {
    const bool on = example_.gil();
    const float track_w = 34, track_h = 20;
    const Rect track{rect.right() - track_w, rect.center().y - track_h / 2, track_w, track_h};
    const Color off = theme_.dark ? mix(theme_.card, theme_.text, 0.28f) : mix(theme_.card, theme_.text, 0.38f);
    paint_.fill(track, on ? (hovered(ExamplePart::Gil) ? theme_.accent_hover : theme_.accent) : off, track_h / 2);
    const float knob = on ? track.right() - track_h / 2 : track.x + track_h / 2;
    paint_.circle({knob, track.center().y}, track_h / 2 - 3, on ? theme_.on_accent : theme_.card);
    paint_.label(interface_type(14), {rect.x, rect.y, track.x - rect.x - 9, rect.h}, "GIL",
                 hovered(ExamplePart::Gil) ? theme_.heading : theme_.button_text, 1);
  }

  const View& view_;
  Painter& paint_;
  const Theme& theme_;
  const Example& example_;
  const CardLayout& layout_;
  const Point corner_;
  const std::size_t index_;
};

}  // namespace

std::string state_sentence(const Example& example) {
  switch (example.state()) {
    case RunState::Ready: return "";
    case RunState::Running: return "Running \u00b7 " + seconds_text(example.seconds(), true);
    case RunState::Interrupted: return "Interrupted \u00b7 Stop again ends it";
    case RunState::Stopping: return "Stopping";
    case RunState::Finished: return "Finished in " + seconds_text(example.seconds(), false);
    case RunState::Failed: return "Ended with an error after " + seconds_text(example.seconds(), false);
    case RunState::Stopped: return "Stopped after " + seconds_text(example.seconds(), false);
    case RunState::Refused: return "Could not be started";
  }
  return "";
}

CardInput card_input(const Example& example, const PageColumns&) {
  CardInput input;
  input.code_lines = example.lines().size();
  input.output_lines = console_rows(example.console());
  input.has_output = example.has_run();
  input.threads = example.threads().size();
  input.has_notice = !example.edits_kept();
  return input;
}

void paint_card(const View& view, const Example& example, const CardLayout& layout, const CardScroll& scroll,
                Point corner, std::size_t index, float top, float bottom) {
  CardPainter(view, example, layout, corner, index).paint(scroll, top, bottom);
}

}  // namespace threadbook::ui
