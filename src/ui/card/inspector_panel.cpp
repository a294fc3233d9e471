#include "ui/card/inspector_panel.h"

#include <algorithm>

#include "trace/facts.h"
#include "trace/words.h"
#include "ui/card/lane_colors.h"
#include "ui/layout/text_lines.h"

namespace threadbook::ui {
namespace {

constexpr float kHead = 40, kFact = 21, kSection = 32, kFrame = 26, kVariable = 21, kFoot = 14;
constexpr float kName = 150;  // the width of a variable's name
constexpr double kTellEvery = 1;
constexpr std::size_t kMostFrames = kShownFrames;

const Type kMono{Face::Mono, 13, 0, Ink::Text, false};

ExamplePart frame_part(std::size_t frame) {
  return static_cast<ExamplePart>(static_cast<int>(ExamplePart::FirstFrame) + static_cast<int>(frame));
}

}  // namespace

float InspectorPanel::height_of(Line::Kind kind) const {
  switch (kind) {
    case Line::Kind::Fact: return kFact;
    case Line::Kind::Section: return kSection;
    case Line::Kind::Frame: return kFrame;
    case Line::Kind::Variable: return kVariable;
  }
  return 0;
}

void InspectorPanel::add(Line::Kind kind, std::string text, std::string value, std::size_t frame) {
  const float y = lines_.empty() ? kHead : lines_.back().y + height_of(lines_.back().kind);
  lines_.push_back({kind, std::move(text), std::move(value), frame, y});
}

void InspectorPanel::tell_variables(std::string_view section, const std::vector<python::InspectedVariable>& variables) {
  if (variables.empty()) return;
  add(Line::Kind::Section, std::string(section));
  for (const python::InspectedVariable& variable : variables) add(Line::Kind::Variable, variable.name, variable.value);
}

void InspectorPanel::tell_thread(const trace::ThreadLane& lane, trace::Time time) {
  const trace::Story& story = example_.story();
  if (std::exchange(thread_, lane.number) != lane.number) frame_ = 0;
  heading_ = lane.name;
  note_.clear();
  for (const ThreadRow& row : example_.threads()) {
    if (row.serial != lane.number) continue;
    note_ = "ident " + std::to_string(row.ident) + (row.daemon ? ", daemon" : "");
  }
  const auto room = width_ - 2 * side_;
  std::vector<std::string> facts = trace::facts_of(story, lane, time);
  for (std::string& fact : facts) {
    for (std::string& line : wrapped(fact, room, 13)) add(Line::Kind::Fact, std::move(line));
  }
  const python::Inspection& seen = example_.inspection();
  const auto own = std::find_if(seen.threads.begin(), seen.threads.end(),
                                [&](const python::InspectedThread& each) { return each.serial == lane.number; });
  if (own != seen.threads.end() && !own->frames.empty()) {
    add(Line::Kind::Section, example_.active() ? "Stack, now" : "Stack, at the end");
    const std::size_t count = std::min(own->frames.size(), kMostFrames);
    frame_ = std::min(frame_, count - 1);
    for (std::size_t i = 0; i < count; ++i) {
      const python::InspectedFrame& frame = own->frames[i];
      add(Line::Kind::Frame, frame.function == "<module>" ? "the program" : frame.function + "()",
          "line " + std::to_string(frame.line), i);
    }
    if (own->frames.size() > count)
      add(Line::Kind::Fact, "and " + std::to_string(own->frames.size() - count) + " more calls");
    const python::InspectedFrame& chosen = own->frames[frame_];
    tell_variables("Variables of " + chosen.function + "()", chosen.variables);
  }
  tell_variables(example_.active() ? "Variables of the program, now" : "Variables of the program, at the end",
                 seen.globals);
}

void InspectorPanel::tell_thing(const trace::ThingLane& lane, trace::Time time) {
  heading_ = trace::name_of(lane.thing);
  note_ = std::string(trace::kind_word(lane.thing.kind));
  for (const std::string& fact : trace::facts_of(example_.story(), lane, time)) {
    for (std::string& line : wrapped(fact, width_ - 2 * side_, 13)) add(Line::Kind::Fact, std::move(line));
  }
}

void InspectorPanel::tell_stretch(const trace::TimeRange& range) {
  const trace::Story& story = example_.story();
  heading_ = "Selected: " + trace::length_text(range.length());
  note_ =
      "from " + trace::time_text(range.begin - story.begin()) + " to " + trace::time_text(range.end - story.begin());
  for (const std::string& fact : trace::totals_lines(story, range)) {
    for (std::string& line : wrapped(fact, width_ - 2 * side_, 13)) add(Line::Kind::Fact, std::move(line));
  }
}

float InspectorPanel::lay_out(const PageColumns&, float side, float width) {
  side_ = side;
  width_ = width;
  lines_.clear();
  const trace::Story& story = example_.story();
  const std::optional<LanesView::Place>& chosen = lanes_.chosen();
  const trace::ThreadLane* thread = chosen && chosen->is_thread() ? story.thread(chosen->number) : nullptr;
  const trace::ThingLane* thing =
      chosen && chosen->kind == LanesView::Place::Kind::Thing ? story.thing(chosen->number) : nullptr;
  const bool is_about_thread = !lanes_.selected() && thread != nullptr;
  example_.inspect(is_about_thread);
  if (lanes_.selected()) {
    tell_stretch(*lanes_.selected());
  } else if (thread != nullptr) {
    tell_thread(*thread, chosen->time);
  } else if (thing != nullptr) {
    tell_thing(*thing, chosen->time);
  } else {
    return 0;
  }
  return (lines_.empty() ? kHead : lines_.back().y + height_of(lines_.back().kind)) + kFoot;
}

void InspectorPanel::clicked(ExamplePart part) {
  const int frame = static_cast<int>(part) - static_cast<int>(ExamplePart::FirstFrame);
  if (frame >= 0 && static_cast<std::size_t>(frame) < kMostFrames) frame_ = static_cast<std::size_t>(frame);
}

std::vector<Overlay> InspectorPanel::overlays() const {
  if (lines_.empty()) return {};
  std::vector<Overlay> overlays;
  overlays.push_back(overlay(ExamplePart::CloseInspector, OverlayKind::Button, {width_ - side_ - 60, 6, 60, kHead - 12},
                             "Close what is told of " + heading_));
  for (const Line& line : lines_) {
    if (line.kind != Line::Kind::Frame) continue;
    Overlay button =
        overlay(frame_part(line.frame), OverlayKind::Button, {side_ - 8, line.y, width_ - 2 * side_ + 16, kFrame},
                "Variables of " + line.text + ", " + line.value);
    button.on = line.frame == frame_;
    overlays.push_back(std::move(button));
  }
  overlays.push_back(text_for_listeners(ExamplePart::InspectorText, {side_, kHead, 1, 1}, heading_ + ", " + note_));
  return overlays;
}

bool InspectorPanel::send(Host& host, double now) {
  if (lines_.empty()) {
    told_.clear();
    return false;
  }
  std::string text = heading_ + ", " + note_ + "\n";
  for (const Line& line : lines_) {
    text += line.text;
    if (line.kind == Line::Kind::Frame) text += ", " + line.value;
    if (line.kind == Line::Kind::Variable) text += " = " + line.value;
    text += '\n';
  }
  if (text == told_) return false;
  // What is new of the same thing can wait a moment.
  if (!told_.empty() && told_heading_ == heading_ && example_.active() && now - told_at_ < kTellEvery) return true;
  host.set_console(example_overlay(index_, ExamplePart::InspectorText), text, 0, 0);
  told_ = std::move(text);
  told_heading_ = heading_;
  told_at_ = now;
  return false;
}

void InspectorPanel::paint(const View& view, const Rect& area, float top, float bottom) const {
  if (lines_.empty()) return;
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float x = area.x + side_, width = area.w - 2 * side_;
  const std::optional<LanesView::Place>& chosen = lanes_.chosen();
  const bool is_thread = !lanes_.selected() && chosen && chosen->is_thread();
  const Type title = interface_type(14, Face::SemiBold);
  const float taken = paint.metrics().width(title, heading_);
  paint.label(title, {x, area.y, width - 64, kHead}, heading_,
              is_thread ? thread_color(theme, example_.story().index_of(chosen->number)) : theme.heading);
  if (taken + 14 < width - 64)
    paint.label(interface_type(12.5f), {x + taken + 12, area.y, width - 76 - taken, kHead}, note_, theme.muted);
  const Rect close{area.right() - side_ - 60, area.y + 6, 60, kHead - 12};
  paint_quiet_button(view, ExamplePart::CloseInspector, close, "Close");

  for (const Line& line : lines_) {
    const Rect row{x, area.y + line.y, width, height_of(line.kind)};
    if (row.bottom() < top || row.y > bottom) continue;
    switch (line.kind) {
      case Line::Kind::Fact: paint.label(interface_type(13), row, line.text, theme.text); break;
      case Line::Kind::Section:
        paint.label(interface_type(12, Face::SemiBold), {row.x, row.y + 8, row.w, row.h - 8}, line.text, theme.muted);
        break;
      case Line::Kind::Frame: {
        const bool is_chosen = line.frame == frame_;
        const ExamplePart part = frame_part(line.frame);
        const Rect ground{row.x - 8, row.y + 1, row.w + 16, row.h - 2};
        if (is_chosen) {
          paint.fill(ground, theme.accent_soft, 5);
        } else if (is_hovered(view, part) || is_focused(view, part)) {
          paint.fill(ground, theme.button_hover, 5);
        }
        paint.label(kMono, row, line.text, theme.code_text);
        paint.label(interface_type(12.5f), row, line.value, theme.muted, 1);
        break;
      }
      case Line::Kind::Variable: {
        const float name = std::min(kName, width * 0.36f);
        paint.label(kMono, {row.x, row.y, name - 10, row.h}, line.text, theme.code_text);
        paint.label(kMono, {row.x + name, row.y, width - name, row.h}, line.value, theme.text);
        break;
      }
    }
  }
}

}  // namespace threadbook::ui
