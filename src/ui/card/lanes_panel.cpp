#include "ui/card/lanes_panel.h"

#include <algorithm>

#include "trace/chrome_trace.h"
#include "ui/layout/text_lines.h"

namespace threadbook::ui {
namespace {

constexpr float kSentence = 52;
constexpr float kTop = 4;         // from the stage's upper edge to the first row
constexpr double kTellEvery = 1;  // seconds between two texts for those who listen
constexpr double kZoomStep = 1.5;

}  // namespace

void LanesPanel::begin() {
  view_.begin();
  kept_ = height_;
  told_ = 0;
}

// ---- layout --------------------------------------------------------------------------------------------------------

float LanesPanel::lay_out(const PageColumns& columns, float side, float width) {
  const trace::Story& story = example_.story();
  if (!example_.active()) kept_ = 0;
  if (story.threads().empty()) return height_ = kept_;
  side_ = side;
  width_ = width;
  const bool is_narrow = width < 500;
  has_room_ = !is_narrow;
  head_ = is_narrow ? 48 : 38;  // on a phone as fingers want it
  label_ = is_narrow ? 96 : 132;
  const bool is_beside = columns.side_width > 0;
  view_.lay_out(story, is_beside ? 12 : 8, 6, example_.ran_with_gil() && story.threads().size() > 1,
                width_ - 2 * side_ - label_);
  const auto& why = example_.why_it_stands();
  why_height_ = why_.lay_out(why ? &*why : nullptr, width - 2 * side + 16);
  rows_top_ = head_ + (why_height_ > 0 ? why_height_ + 10 : 0);
  height_ = std::max(kept_, rows_top_ + view_.height() + kLanesAxis + kSentence);
  return height_;
}

Rect LanesPanel::picture() const { return {side_, rows_top_, width_ - 2 * side_, view_.height() + kLanesAxis}; }

std::vector<Overlay> LanesPanel::overlays() const {
  if (example_.story().threads().empty()) return {};
  const Rect shown = picture();
  Overlay stage = overlay(ExamplePart::Lanes, OverlayKind::Stage, {shown.x, shown.y - kTop, shown.w, shown.h + kTop},
                          "Lanes: what the threads of " + title() +
                              " do. Arrow keys go from span to span, with Shift they select a stretch, Enter goes to "
                              "what was printed or opens a group, plus and minus zoom, 0 shows all.");
  std::vector<Overlay> overlays;
  for (const HeadButton& button : buttons())
    overlays.push_back(overlay(button.part, OverlayKind::Button, button.rect, button.label));
  std::reverse(overlays.begin(), overlays.end());
  overlays.push_back(std::move(stage));
  // The same in sentences, for those who do not see the canvas.
  overlays.push_back(text_for_listeners(ExamplePart::LanesText, {side_, height_ - 2, 1, 1},
                                        "What the threads of " + title() + " did, in sentences"));
  return overlays;
}

std::vector<LanesPanel::HeadButton> LanesPanel::buttons() const {
  std::vector<HeadButton> all;
  float right = width_ - side_;
  const auto add = [&](ExamplePart part, float width, std::string_view text, std::string label,
                       bool is_enabled = true) {
    if (!has_room_) width = std::max(width, 44.0f);
    right -= width;
    all.push_back({part, {right, 4, width - 4, head_ - 8}, text, std::move(label), is_enabled});
  };
  add(ExamplePart::Save, 54, "Trace", "Save the trace of " + title() + " as a file for Perfetto");
  if (has_room_) add(ExamplePart::Picture, 66, "Picture", "Save the lanes of " + title() + " as a picture");
  add(ExamplePart::Fit, 34, "All", "Show the whole run", view_.is_held());
  add(ExamplePart::ZoomIn, 30, "+", "Zoom in");
  add(ExamplePart::ZoomOut, 30, "\u2212", "Zoom out", view_.is_held());
  return all;
}

bool LanesPanel::send(Host& host, double now) {
  const trace::Story& story = example_.story();
  const std::uint64_t version = story.version() + (example_.why_it_stands() ? 1 : 0);
  if (story.threads().empty() || version == told_) return false;
  if (told_ != 0 && example_.active() && now - told_at_ < kTellEvery) return true;
  told_ = version;
  told_at_ = now;
  std::string text;
  if (const auto& why = example_.why_it_stands()) {
    text += why->heading + "\n";
    for (const std::string& line : why->sentences) text += line + "\n";
    for (const auto& chain : why->chains) text += trace::chain_text(chain) + "\n";
  }
  constexpr std::size_t kMostLines = 200;
  text += trace::as_text(story, kMostLines);
  host.set_console(example_overlay(index_, ExamplePart::LanesText), text, 0, 0);
  return false;
}

// ---- what the reader does ------------------------------------------------------------------------------------------

void LanesPanel::clicked(ExamplePart part) {
  const trace::Story& story = example_.story();
  switch (part) {
    case ExamplePart::ZoomIn: view_.zoom(story, 1 / kZoomStep); return;
    case ExamplePart::ZoomOut: view_.zoom(story, kZoomStep); return;
    case ExamplePart::Fit: view_.show_all(); return;
    default: return;
  }
}

void LanesPanel::clear() {
  view_.choose(std::nullopt);
  view_.hover(std::nullopt);
  light();
}

// What is pointed at, or chosen, is lit in the editor, and in the output what a mark tells of.
void LanesPanel::light() {
  const trace::Story& story = example_.story();
  const std::optional<LanesView::Place>& place = view_.told();
  example_.light(place ? LanesView::line_of(story, *place) : 0);
  const trace::Mark* mark = place ? LanesView::mark_at(story, *place) : nullptr;
  if (mark != nullptr && !mark->is_exception()) {
    example_.light_output(mark->position);
  } else {
    example_.light_output(std::nullopt);
  }
}

void LanesPanel::show_output(std::uint64_t position) {
  // Not every print has a mark, if there were many: the last one that has.
  const trace::Mark* best = nullptr;
  for (const trace::Mark& mark : example_.story().marks()) {
    if (mark.is_exception() || mark.position > position) continue;
    if (best == nullptr || mark.position >= best->position) best = &mark;
  }
  if (best == nullptr) return;
  view_.hover(std::nullopt);
  view_.choose(LanesView::Place{LanesView::Place::Kind::Mark, best->thread, best->time});
  light();
}

bool LanesPanel::pointed(const Gesture& gesture) {
  const trace::Story& story = example_.story();
  if (story.threads().empty()) return false;
  const float width = picture().w - label_;
  const float x = std::clamp(gesture.x - label_, 0.0f, width);
  const auto place = [&] { return view_.at(story, x, gesture.y - kTop); };
  switch (gesture.kind) {
    case Gesture::Kind::Hover: view_.hover(place()); break;
    case Gesture::Kind::Leave: view_.hover(std::nullopt); break;
    case Gesture::Kind::Press: {
      const std::optional<LanesView::Place> pressed = place();
      view_.hover(std::nullopt);
      if (!pressed || !view_.toggle(*pressed)) view_.choose(pressed);
      break;
    }
    case Gesture::Kind::Move: view_.move(story, -gesture.amount / width); return true;
    case Gesture::Kind::Select: {
      const float from = std::clamp(gesture.amount - label_, 0.0f, width);
      view_.select(trace::TimeRange{view_.time_at(story, from), view_.time_at(story, x)});
      return true;
    }
    case Gesture::Kind::Zoom: view_.zoom(story, gesture.amount, x / width); return true;
    case Gesture::Kind::Left: view_.step(story, 0, -1); break;
    case Gesture::Kind::Right: view_.step(story, 0, 1); break;
    case Gesture::Kind::Up: view_.step(story, -1, 0); break;
    case Gesture::Kind::Down: view_.step(story, 1, 0); break;
    case Gesture::Kind::StretchLeft: view_.stretch(story, -1); return true;
    case Gesture::Kind::StretchRight: view_.stretch(story, 1); return true;
    case Gesture::Kind::Enter:
      if (!view_.chosen() || !view_.toggle(*view_.chosen())) view_.step_to_mark(story);
      break;
    case Gesture::Kind::Clear: view_.clear(); break;
    case Gesture::Kind::In: view_.zoom(story, 1 / kZoomStep); return true;
    case Gesture::Kind::Out: view_.zoom(story, kZoomStep); return true;
    case Gesture::Kind::All: view_.show_all(); return true;
    case Gesture::Kind::Home:
    case Gesture::Kind::End:
    case Gesture::Kind::Key: return false;
  }
  light();
  return true;
}

// ---- painting ------------------------------------------------------------------------------------------------------

void LanesPanel::paint(const View& view, const Rect& area, float, float) const {
  const trace::Story& story = example_.story();
  if (story.threads().empty()) return;
  paint_head(view, {area.x + side_, area.y, area.w - 2 * side_, head_});
  if (why_height_ > 0)
    why_.paint(view, story, {area.x + side_ - 8, area.y + head_, area.w - 2 * side_ + 16, why_height_});
  const Rect shown = picture().moved(area.x, area.y);
  paint_lanes(view, story, view_, {shown, label_});
  const Rect words{shown.x, shown.bottom() + 2, shown.w, 20};
  std::vector<std::string> lines = wrapped(view_.sentence(story), words.w, 13);
  if (lines.size() > 2) lines[1] += " \u2026";
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i) {
    view.painter.label(interface_type(13), {words.x, words.y + static_cast<float>(i) * 18, words.w, 20}, lines[i],
                       view_.told() || view_.selected() ? view.theme.text : view.theme.muted);
  }
}

void LanesPanel::paint_head(const View& view, const Rect& head) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  paint.label(interface_type(12.5f, Face::SemiBold), head, "Threads", theme.muted);
  const std::size_t alive = example_.alive();
  const std::size_t all = example_.story().threads().size();
  const std::string count =
      alive > 0 ? std::to_string(alive) + " alive" : std::to_string(all) + (all == 1 ? " has ended" : " have ended");
  paint.label(interface_type(12.5f), {head.x + 62, head.y, head.w, head.h}, count, theme.muted);
  for (const HeadButton& button : buttons()) {
    paint_quiet_button(view, button.part, button.rect.moved(head.x - side_, head.y), button.text, button.is_enabled);
  }
}

}  // namespace threadbook::ui
