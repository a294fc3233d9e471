#include "ui/card/orders_panel.h"

#include <algorithm>

#include "explore/telling/sentences.h"
#include "ui/layout/text_lines.h"

namespace threadbook::ui {
namespace {

constexpr float kHead = 38, kLine = 20, kTable = 30, kOutputLine = 20, kPad = 7, kFoot = 14;
constexpr float kShow = 62;  // the width of a row's button
constexpr std::size_t kMostRows = kShownResults;
constexpr std::size_t kMostLines = 4;  // of a result's output
constexpr std::size_t kMostRaces = 4;
constexpr double kTellEvery = 1;

const Type kMono{Face::Mono, 13, 0, Ink::Text, false};

ExamplePart result_part(std::size_t row) {
  return static_cast<ExamplePart>(static_cast<int>(ExamplePart::FirstResult) + static_cast<int>(row));
}

// The lines of a text, no more than some.
std::vector<std::string> first_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (lines.size() == kMostLines) {
      lines.back() = "\u2026";
      break;
    }
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

// The last line of a traceback says what was raised.
std::string last_line(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  const std::size_t begin = text.rfind('\n');
  return std::string(begin == std::string_view::npos ? text : text.substr(begin + 1));
}

}  // namespace

float OrdersPanel::lay_out(const PageColumns&, float side, float width) {
  side_ = side;
  width_ = width;
  is_narrow_ = width < 500;
  rows_.clear();
  races_.clear();
  rests_on_.clear();
  more_.clear();
  const Exploration* search = example_.exploration();
  if (search == nullptr) return height_ = 0;
  heading_ = search->heading();
  const explore::Verdict& verdict = search->verdict();
  const float room = width - 2 * side;
  float y = kHead;
  rests_on_ = wrapped(explore::rests_on(verdict, search->options()), room, 13);
  y += static_cast<float>(rests_on_.size()) * kLine + 6;
  if (!verdict.outcomes.empty()) y += kTable;

  std::uint64_t most = 1;
  for (const explore::Outcome& outcome : verdict.outcomes) most = std::max(most, outcome.traces);
  for (const explore::Outcome& outcome : verdict.outcomes) {
    if (rows_.size() == kMostRows) break;
    Row row;
    row.output = first_lines(outcome.out);
    if (!outcome.err.empty()) {
      row.output.push_back(last_line(outcome.err));
    } else if (row.output.empty()) {
      row.output.emplace_back();
    }
    row.ending = outcome.is_finding() ? std::string(explore::ending_words(outcome.end)) : "";
    row.count = std::to_string(outcome.traces);
    row.share = static_cast<double>(outcome.traces) / static_cast<double>(most);
    row.is_finding = outcome.is_finding();
    row.y = y;
    const std::size_t lines = row.output.size() + (row.ending.empty() ? 0 : 1);
    row.height = std::max(36.0f, static_cast<float>(lines) * kOutputLine + 2 * kPad);
    y += row.height;
    rows_.push_back(std::move(row));
  }
  if (verdict.outcomes.size() > rows_.size()) {
    more_ = std::to_string(verdict.outcomes.size() - rows_.size()) + " more results are not shown.";
    y += kLine + 4;
  }
  races_top_ = y + 8;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const explore::Outcome& outcome = verdict.outcomes[i];
    if (!outcome.is_finding()) continue;
    std::string why;
    if (outcome.standstill) {
      why = outcome.standstill->heading + " ";
      for (const std::string& sentence : outcome.standstill->sentences) why += sentence + " ";
    }
    if (outcome.otherwise) why += explore::sentence_of(verdict, *outcome.otherwise);
    races_ = wrapped(why, room - 24, 13);
    break;
  }
  for (std::size_t i = 0; i < std::min(verdict.races.size(), kMostRaces); ++i) {
    for (std::string& line : wrapped(explore::sentence_of(verdict.races[i]), room - 24, 13))
      races_.push_back(std::move(line));
  }
  if (!races_.empty()) y = races_top_ + static_cast<float>(races_.size()) * kLine + 14;
  return height_ = y + kFoot;
}

std::vector<Overlay> OrdersPanel::overlays() const {
  if (height_ == 0) return {};
  std::vector<Overlay> overlays;
  if (has_other_way()) {
    overlays.push_back(overlay(ExamplePart::OrdersGil, OverlayKind::Button, other_way(),
                               example_.exploration()->options().gil
                                   ? "Try the orders with switches anywhere"
                                   : "Try only the orders in which the GIL changes hands"));
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const std::string what = row.output.front().empty() ? row.ending : row.output.front();
    overlays.push_back(overlay(result_part(i), OverlayKind::Button,
                               {width_ - side_ - kShow, row.y + row.height / 2 - 15, kShow, 30},
                               "Show an order that leads to: " + (what.empty() ? "no output" : what)));
  }
  overlays.push_back(text_for_listeners(ExamplePart::OrdersText, {side_, height_ - 2, 1, 1},
                                        "What the orders of " + title() + " lead to"));
  return overlays;
}

bool OrdersPanel::has_other_way() const { return example_.exploration()->finished() && !example_.active(); }

Rect OrdersPanel::other_way() const {
  const float width = is_narrow_ ? 88 : 118;
  return {width_ - side_ - width + 8, 5, width, kHead - 10};
}

void OrdersPanel::clicked(ExamplePart part) {
  if (part == ExamplePart::OrdersGil && has_other_way()) {
    example_.explore(!example_.exploration()->options().gil);
    return;
  }
  const int row = static_cast<int>(part) - static_cast<int>(ExamplePart::FirstResult);
  if (row < 0 || static_cast<std::size_t>(row) >= rows_.size()) return;
  example_.step_as(example_.exploration()->verdict().outcomes[static_cast<std::size_t>(row)].schedule);
}

std::string OrdersPanel::text() const {
  std::string text = heading_ + "\n";
  for (const std::string& line : rests_on_) text += line + "\n";
  for (const Row& row : rows_) {
    text +=
        "In " + row.count + (row.count == "1" ? " order" : " orders") + (row.ending.empty() ? "" : ", " + row.ending);
    for (const std::string& line : row.output) text += "\n  " + line;
    text += '\n';
  }
  for (const std::string& line : races_) text += line + "\n";
  return text;
}

bool OrdersPanel::send(Host& host, double now) {
  if (height_ == 0) {
    told_.clear();
    return false;
  }
  std::string text = this->text();
  if (text == told_) return false;
  if (!told_.empty() && !example_.exploration()->finished() && now - told_at_ < kTellEvery) return true;
  host.set_console(example_overlay(index_, ExamplePart::OrdersText), text, 0, 0);
  told_ = std::move(text);
  told_at_ = now;
  return false;
}

void OrdersPanel::paint(const View& view, const Rect& area, float top, float bottom) const {
  if (height_ == 0) return;
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float x = area.x + side_, width = area.w - 2 * side_;
  paint.label(interface_type(13.5f, Face::SemiBold), {x, area.y, width, kHead}, heading_, theme.heading);
  if (has_other_way()) {
    const std::string_view text = example_.exploration()->options().gil ? "Anywhere"
                                  : is_narrow_                          ? "With GIL"
                                                                        : "As with the GIL";
    paint_quiet_button(view, ExamplePart::OrdersGil, other_way().moved(area.x, area.y), text);
  }
  float y = area.y + kHead - 6;
  for (const std::string& line : rests_on_) {
    paint.label(interface_type(13), {x, y, width, kLine}, line, theme.muted);
    y += kLine;
  }
  if (rows_.empty()) return;
  const float prints = is_narrow_ ? width * 0.44f : width * 0.46f;
  const float bar_left = x + prints + 12, bar_room = std::max(20.0f, width - prints - 12 - kShow - 62);
  const Type small = interface_type(12, Face::SemiBold);
  const float heads = area.y + rows_.front().y - kTable;
  paint.label(small, {x, heads, prints, kTable}, "Prints", theme.muted);
  paint.label(small, {bar_left, heads, bar_room + 60, kTable}, is_narrow_ ? "Orders" : "In how many orders",
              theme.muted);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Rect line{x, area.y + row.y, width, row.height};
    if (line.bottom() < top || line.y > bottom) continue;
    paint.rule(line.x, line.y, line.w, theme.card_edge);
    float text_y =
        line.y + (row.height - static_cast<float>(row.output.size() + (row.ending.empty() ? 0 : 1)) * kOutputLine) / 2;
    for (const std::string& output : row.output) {
      const bool is_silent = row.output.size() == 1 && output.empty();
      paint.label(is_silent ? interface_type(13, Face::Italic) : kMono, {line.x, text_y, prints, kOutputLine},
                  is_silent ? "nothing" : output, is_silent ? theme.muted : theme.text);
      text_y += kOutputLine;
    }
    if (!row.ending.empty())
      paint.label(interface_type(12.5f, Face::SemiBold), {line.x, text_y, prints, kOutputLine}, row.ending,
                  theme.error);
    const float bar = std::max(4.0f, static_cast<float>(row.share) * bar_room);
    paint.fill({bar_left, line.center().y - 4, bar, 8}, row.is_finding ? theme.error : theme.accent, 4);
    paint.label(interface_type(13), {bar_left + bar + 8, line.y, 60, line.h}, row.count, theme.text);
    const ExamplePart part = result_part(i);
    const Rect button{line.right() - kShow, line.center().y - 15, kShow, 30};
    const bool is_hot = is_hovered(view, part) || is_focused(view, part);
    paint.fill(button, is_hot ? theme.button_hover : theme.button, 6);
    paint.frame(button, theme.button_edge, 6);
    paint.label(interface_type(13), button, "Show", theme.button_text, 0.5f);
  }
  if (!more_.empty()) {
    const Row& last = rows_.back();
    paint.label(interface_type(13, Face::Italic), {x, area.y + last.y + last.height + 2, width, kLine}, more_,
                theme.muted);
  }
  if (races_.empty()) return;
  const Rect box{x - 8, area.y + races_top_, width + 16, static_cast<float>(races_.size()) * kLine + 14};
  paint.fill(box, theme.error_soft, 7);
  for (std::size_t i = 0; i < races_.size(); ++i) {
    paint.label(interface_type(13), {box.x + 12, box.y + 7 + static_cast<float>(i) * kLine, box.w - 20, kLine},
                races_[i], theme.text);
  }
}

}  // namespace threadbook::ui
