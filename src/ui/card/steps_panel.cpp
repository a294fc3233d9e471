#include "ui/card/steps_panel.h"

#include <algorithm>
#include <cmath>

#include "explore/telling/sentences.h"
#include "ui/card/lane_colors.h"
#include "ui/layout/text_lines.h"

namespace threadbook::ui {
namespace {

using explore::StepCommand;
using explore::StepsView;
using Kind = StepCommand::Kind;
using State = StepsView::State;

constexpr float kHead = 38, kTableHead = 30, kRow = 28, kLine = 20, kFoot = 14, kChip = 20;
constexpr float kLeastThread = 124, kThing = 84, kTurns = 52, kTurn = 230;
constexpr std::size_t kMostTurns = 16;
constexpr std::size_t kMostRows = 12, kLeastRows = 7;
constexpr double kPlayEvery = 0.7;

ExamplePart part_from(ExamplePart first, std::size_t n) {
  return static_cast<ExamplePart>(static_cast<int>(first) + static_cast<int>(n));
}

// Which of `count` parts from `first` on it is; count if none.
std::size_t nth_part(ExamplePart part, ExamplePart first, std::size_t count) {
  const int n = static_cast<int>(part) - static_cast<int>(first);
  return n >= 0 && static_cast<std::size_t>(n) < count ? static_cast<std::size_t>(n) : count;
}

// What was printed, in one line.
std::string one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  const std::size_t last = text.rfind('\n');
  return last == std::string::npos ? text : "\u2026 " + text.substr(last + 1);
}

std::string words_of(const StepsView::Row& row) {
  const std::string printed = one_line(row.printed);
  if (row.printed.empty()) return row.words;
  if (printed.empty()) return row.words.empty() ? "prints a line's end" : row.words;
  return row.words.empty() || row.words == "prints" ? "prints " + printed : row.words + ", prints " + printed;
}

std::string words_of(const StepsView::Result& result) {
  if (result.is_finding()) return std::string(explore::ending_words(result.end));
  const std::string out = one_line(result.out);
  return out.empty() ? "prints nothing" : out;
}

}  // namespace

bool StepsPanel::can_step() const { return view_->is_ready && !view_->is_busy && !view_->end; }

// ---- layout --------------------------------------------------------------------------------------------------------

float StepsPanel::lay_out(const PageColumns& columns, float side, float width) {
  side_ = side;
  width_ = width;
  is_narrow_ = width < 560;
  button_ = columns.phone ? 40 : 34;
  view_ = example_.steps();
  if (view_ != nullptr && view_->end) plays_ = false;
  for (auto* list : {&bar_, &turns_, &results_}) list->clear();
  lines_.clear();
  waiting_.clear();
  notice_ = wrapped(example_.no_steps(), width - 2 * side, 13);
  if (view_ == nullptr) {
    plays_ = false;
    return height_ = notice_.empty() ? 0 : static_cast<float>(notice_.size()) * kLine + 2 * kFoot;
  }
  float y = kHead;
  link_ = {width - side - 44, 5, 52, kHead - 10};
  lanes_ = {link_.x - 70, 5, 68, kHead - 10};
  if (!view_->is_ready) return height_ = y + kFoot;
  lay_out_bar(y);
  lay_out_columns();
  table_top_ = y;
  y += kTableHead;
  const std::size_t rows = view_->first_row + view_->rows.size();
  const std::size_t first = std::max(
      view_->first_row,
      std::min(view_->row > kMostRows - 4 ? view_->row + 4 - kMostRows : 0, rows > kMostRows ? rows - kMostRows : 0));
  const std::size_t end = std::min(rows, first + kMostRows);
  turns_top_ = y;
  for (std::size_t i = first; i <= end; ++i) {
    if (i == std::min(view_->row, end)) lay_out_turns(y);
    if (i == end) break;
    lines_.push_back({i, y});
    y += kRow;
  }
  table_bottom_ = y;
  // So that what stands below stays where it is while the first rows come.
  if (columns.side_width > 0 && lines_.size() < kLeastRows) y += static_cast<float>(kLeastRows - lines_.size()) * kRow;
  lay_out_results(y);
  return height_ = y + kFoot;
}

void StepsPanel::lay_out_bar(float& y) {
  const bool can_go_back = view_->at > 0;
  float x = side_;
  const auto add = [&](ExamplePart part, float width, std::string text, std::string label, bool is_enabled) {
    bar_.push_back({part, {x, y, width, button_}, std::move(text), std::move(label), is_enabled});
    x += width + (is_narrow_ ? 6 : 8);
  };
  const std::string letter = view_->end ? "" : view_->threads[view_->next].letter;
  add(ExamplePart::StepsFirst, 40, "", "To the beginning", can_go_back);
  add(ExamplePart::StepsBack, is_narrow_ ? 40 : 78, is_narrow_ ? "" : "Back", "Back", can_go_back);
  add(ExamplePart::StepsOn, 88, letter.empty() ? "Step" : "Step " + letter,
      letter.empty() ? "Step" : "Step: thread " + letter + " goes on", can_step());
  add(ExamplePart::StepsFinish, 68, "Finish", "Finish: on to the end, or to a line where to stop", can_step());
  add(ExamplePart::StepsPlay, 40, "", plays_ ? "Stop going on" : "Go on slowly, step by step", can_step() || plays_);
  if (is_narrow_) {
    y += button_ + 2;
    slider_ = {side_, y, width_ - 2 * side_ - 96, button_};
  } else {
    slider_ = {x + 6, y, width_ - side_ - 102 - x, button_};
  }
  y += button_ + 12;
}

void StepsPanel::lay_out_columns() {
  threads_.clear();
  things_.clear();
  const float room = width_ - 2 * side_;
  shown_threads_ = view_->threads.size();
  number_ = is_narrow_ ? 26 : 30;
  const float thing = is_narrow_ ? 76 : kThing;
  const auto columns = static_cast<float>(shown_threads_);
  std::size_t things = view_->things.size();
  has_columns_ = number_ + columns * kLeastThread + (things > 0 ? thing : 0) <= room;
  const float taken = number_ + (has_columns_ ? columns * kLeastThread : kChip + 132);
  things = std::min(things, static_cast<std::size_t>(std::max(0.0f, (room - taken) / thing)));
  float x = side_ + number_;
  const float left = room - number_ - static_cast<float>(things) * thing;
  if (has_columns_) {
    for (std::size_t i = 0; i < shown_threads_; ++i, x += left / columns) threads_.push_back({x, left / columns});
  } else {
    threads_.push_back({x + kChip + 8, left - kChip - 8});
    x += left;
  }
  for (std::size_t i = 0; i < things; ++i, x += thing) things_.push_back({x, thing});
}

std::string StepsPanel::turn_words(std::size_t thread) const {
  const StepsView::Thread& each = view_->threads[thread];
  if (each.state == State::CanGoOn) return each.next;
  return each.next + ": must wait" + (each.why.empty() ? "" : ", " + each.why);
}

// What each thread would do next.
void StepsPanel::lay_out_turns(float& y) {
  turns_top_ = y;
  const auto add = [&](std::size_t thread, const Rect& rect) {
    const StepsView::Thread& each = view_->threads[thread];
    if (each.state != State::CanGoOn || turns_.size() == kShownTurns) return;
    turns_.push_back({part_from(ExamplePart::FirstTurn, turns_.size()), rect, each.next,
                      each.letter + ", " + each.name + ": " + each.next, can_step()});
    turns_.back().thread = thread;
  };
  if (has_columns_) {
    for (std::size_t i = 0; i < shown_threads_; ++i) {
      const float width =
          std::min(threads_[i].w - 8, std::max(80.0f, 28 + static_cast<float>(view_->threads[i].next.size()) * 6.8f));
      add(i, {threads_[i].x - 8, y + (kTurns - button_) / 2, width, button_});
    }
    y += kTurns;
  } else {
    // Side by side, as many as there is room for.
    const float first = side_ + number_, room = width_ - side_ - first;
    const auto columns = static_cast<std::size_t>(std::max(1.0f, std::floor(room / kTurn)));
    const float width = room / static_cast<float>(columns);
    for (std::size_t i = 0; i < shown_threads_; ++i) {
      const State state = view_->threads[i].state;
      if (state != State::CanGoOn && state != State::MustWait) continue;
      if (waiting_.size() == kMostTurns) break;
      if (!waiting_.empty() && waiting_.size() % columns == 0) y += button_ + 6;
      const float x = first + static_cast<float>(waiting_.size() % columns) * width;
      waiting_.push_back({i, {x, y + 5, width - 8, button_}});
      add(i, {x + kChip + 4, y + 5, width - kChip - 12, button_});
    }
    y += waiting_.empty() ? 0 : button_ + 10;
  }
  turns_height_ = y - turns_top_;
}

void StepsPanel::lay_out_results(float& y) {
  y += 6;
  results_top_ = y;
  float x = side_;
  const float end = width_ - side_;
  y += 6;
  const auto add = [&](ExamplePart part, const std::string& text, std::string label) {
    const float width = std::min(end - side_, 22 + static_cast<float>(text.size()) * 7.4f);
    if (x + width > end && x > side_) {
      x = side_;
      y += button_ + 4;
    }
    results_.push_back({part, {x, y, width, button_ - 4}, text, std::move(label)});
    x += width + 8;
  };
  if (!view_->results.empty() || view_->at == 0) y += kLine + 2;
  for (std::size_t i = 0; i < std::min(view_->results.size(), kShownResults); ++i) {
    const std::string words = words_of(view_->results[i]);
    add(part_from(ExamplePart::FirstStepped, i), words.size() > 28 ? words.substr(0, 27) + "\u2026" : words,
        "Show the order that came to: " + words);
  }
  if (view_->has_other) add(ExamplePart::StepsOther, "The order before", "Show the order that was left");
  if (!results_.empty()) y += button_;
}

// ---- overlays ------------------------------------------------------------------------------------------------------

std::vector<Overlay> StepsPanel::overlays() const {
  std::vector<Overlay> overlays;
  if (view_ == nullptr || !view_->is_ready) return overlays;
  const auto add = [&](const Button& button) {
    Overlay each = overlay(button.part, OverlayKind::Button, button.rect, button.label);
    each.disabled = !button.is_enabled;
    overlays.push_back(std::move(each));
  };
  Overlay link = overlay(ExamplePart::StepsLink, OverlayKind::Link, link_, "Link to this step");
  link.target = address_ + "@" + view_->schedule;
  if (!view_->schedule.empty()) overlays.push_back(std::move(link));
  if (!view_->schedule.empty())
    overlays.push_back(overlay(ExamplePart::StepsLanes, OverlayKind::Button, lanes_, "Run in this order, as lanes"));
  for (const Button& button : bar_) add(button);
  Overlay slider = overlay(ExamplePart::StepsSlider, OverlayKind::Stage, slider_, "Steps: " + where());
  slider.target = "keys";
  overlays.push_back(std::move(slider));
  Overlay table =
      overlay(ExamplePart::Steps, OverlayKind::Stage,
              {side_ - 8, table_top_, width_ - 2 * side_ + 16, table_bottom_ - table_top_},
              "Steps of " + title() +
                  ". Left and Right go back and on, Home and End to the beginning and the end, a "
                  "thread's letter takes its next step, with Shift all it can do alone, Space goes on slowly.");
  table.target = "keys";
  overlays.push_back(std::move(table));
  for (const Button& button : turns_) add(button);
  for (const Button& button : results_) add(button);
  overlays.push_back(
      text_for_listeners(ExamplePart::StepsText, {side_, height_ - 2, 1, 1}, "The steps of " + title() + " so far"));
  return overlays;
}

std::string StepsPanel::where() const {
  std::string text = "step " + std::to_string(view_->at);
  if (view_->count > view_->at || view_->end) text += " of " + std::to_string(view_->count);
  return text;
}

std::string StepsPanel::heading() const {
  if (!view_->is_ready) return "Looking for the steps";
  if (view_->is_busy) return "Going on";
  if (!view_->end) return "You choose who goes on";
  switch (*view_->end) {
    case explore::End::Finished: return "The program has ended";
    case explore::End::Raised: return "The program has ended: an exception is not caught";
    case explore::End::Deadlock: return "Deadlock: no thread can ever go on";
    case explore::End::Livelock: return "They go round for ever, and nothing will change";
    default: return "It does not end";
  }
}

std::string StepsPanel::text() const {
  std::string text = heading() + "; " + where() + "\n";
  for (const Line& line : lines_) {
    const StepsView::Row& row = view_->rows[line.row - view_->first_row];
    if (line.row >= view_->row) break;
    text += (row.step != 0 ? std::to_string(row.step) + ". " : "") + view_->threads[row.thread].letter + " " +
            words_of(row) + (row.line != 0 ? ", line " + std::to_string(row.line) : "") + "\n";
  }
  if (view_->row > 0) {
    const StepsView::Row& row = view_->rows[view_->row - 1 - view_->first_row];
    for (std::size_t i = 0; i < view_->things.size(); ++i) {
      if (!row.values[i].empty()) text += view_->things[i] + " is " + row.values[i] + "\n";
    }
  }
  for (std::size_t i = 0; i < view_->threads.size(); ++i) {
    const State state = view_->threads[i].state;
    if (state == State::CanGoOn || state == State::MustWait)
      text += view_->threads[i].letter + ", " + view_->threads[i].name + ", next: " + turn_words(i) + "\n";
  }
  if (!view_->results.empty()) text += results_heading() + "\n";
  for (const StepsView::Result& result : view_->results) text += "  " + words_of(result) + "\n";
  return text;
}

std::string StepsPanel::results_heading() const {
  const std::size_t found = view_->results.size();
  std::string text = std::to_string(found);
  const Exploration* search = example_.exploration();
  std::size_t all = 0;
  if (search != nullptr && search->verdict().is_complete) all = search->verdict().outcomes.size();
  if (all >= found) text += " of " + std::to_string(all);
  return text + (found == 1 && all < 2 ? " result found so far" : " results found so far");
}

bool StepsPanel::send(Host& host, double now) {
  if (view_ == nullptr || !view_->is_ready) {
    told_.clear();
    return false;
  }
  if (plays_ && !example_.awaits_step() && now >= next_at_) {
    if (next_at_ != 0) example_.tell_steps({.kind = Kind::On});
    next_at_ = now + kPlayEvery;
  }
  std::string text = this->text();
  if (text != told_) {
    host.set_console(example_overlay(index_, ExamplePart::StepsText), text, 0, 0);
    told_ = std::move(text);
  }
  return plays_;
}

// ---- what the reader does ------------------------------------------------------------------------------------------

void StepsPanel::take(std::size_t thread, bool runs_on) {
  if (thread >= view_->threads.size()) return;
  example_.tell_steps({.kind = runs_on ? Kind::RunThread : Kind::Take, .thread = thread});
}

void StepsPanel::go_to_row(std::size_t row) {
  // A row that is no step is there with the step before it.
  std::size_t step = 0;
  for (const StepsView::Row& each : view_->rows) {
    if (each.step != 0) step = each.step;
    if (row-- == view_->first_row) break;
  }
  example_.tell_steps({.kind = Kind::Go, .number = step});
}

void StepsPanel::clicked(ExamplePart part) {
  if (part == ExamplePart::Step) plays_ = false;
  if (view_ == nullptr || !view_->is_ready || example_.steps() == nullptr) return;
  const bool played = std::exchange(plays_, false);
  switch (part) {
    case ExamplePart::StepsFirst: return example_.tell_steps({.kind = Kind::Go});
    case ExamplePart::StepsBack: return example_.tell_steps({.kind = Kind::Go, .number = view_->at - 1});
    case ExamplePart::StepsOn: return example_.tell_steps({.kind = Kind::On});
    case ExamplePart::StepsFinish: return example_.tell_steps({.kind = Kind::Finish});
    case ExamplePart::StepsOther: return example_.tell_steps({.kind = Kind::OpenOther});
    case ExamplePart::StepsPlay:
      plays_ = !played && can_step();
      next_at_ = 0;
      return;
    case ExamplePart::StepsLink: {
      const std::string address = address_ + "@" + view_->schedule;
      host_.set_address(address, false);
      host_.copy_address(address);
      host_.announce("The link to this step is copied, and it is the page's address now.");
      return;
    }
    case ExamplePart::StepsLanes: return example_.run_again_as(std::string(view_->schedule));
    default: break;
  }
  if (const std::size_t turn = nth_part(part, ExamplePart::FirstTurn, turns_.size()); turn < turns_.size())
    take(turns_[turn].thread, false);
  const std::size_t results = view_->results.size();
  if (const std::size_t result = nth_part(part, ExamplePart::FirstStepped, results); result < results)
    example_.tell_steps({.kind = Kind::OpenResult, .number = result});
}

bool StepsPanel::pointed_at(ExamplePart part, const Gesture& gesture) {
  if (view_ == nullptr || !view_->is_ready) return false;
  using G = Gesture::Kind;
  const auto go = [&](std::size_t step) { example_.tell_steps({.kind = Kind::Go, .number = step}); };
  switch (gesture.kind) {
    case G::Left:
    case G::Up:
      if (view_->at > 0) go(view_->at - 1);
      break;
    case G::Right:
    case G::Down:
    case G::Enter: example_.tell_steps({.kind = Kind::On}); break;
    case G::Home: go(0); break;
    case G::End: example_.tell_steps({.kind = Kind::Finish}); break;
    case G::All:
    case G::Key: {
      const auto key = gesture.kind == G::All ? 'f' : static_cast<char>(gesture.amount);
      if (key == ' ') {
        clicked(ExamplePart::StepsPlay);
        return true;
      }
      for (std::size_t i = 0; i < view_->threads.size(); ++i) {
        const std::string& letter = view_->threads[i].letter;
        if ((letter.size() == 1 && (letter[0] | 0x20) == (key | 0x20)) || key == static_cast<char>('0' + i))
          take(i, letter[0] == key);
      }
      break;
    }
    case G::Press:
    case G::Move:
    case G::Select:
      if (part == ExamplePart::Steps) {
        if (gesture.kind == G::Press) press({gesture.x + side_ - 8, gesture.y + table_top_});
        break;
      }
      go(static_cast<std::size_t>(
          std::lround(std::clamp((gesture.x - 8) / (slider_.w - 16), 0.0f, 1.0f) * static_cast<float>(view_->count))));
      break;
    default: return false;
  }
  plays_ = false;
  return true;
}

// On the table, from the panel's corner.
void StepsPanel::press(Point at) {
  if (at.y < table_top_ + kTableHead && has_columns_) {
    for (std::size_t i = 0; i < shown_threads_; ++i) {
      if (at.x >= threads_[i].x - 8 && at.x < threads_[i].x + threads_[i].w - 8) take(i, true);
    }
    return;
  }
  for (const Turn& turn : waiting_) {
    if (turn.rect.contains(at) && at.x < turn.rect.x + kChip + 4) return take(turn.thread, true);
  }
  for (const Line& line : lines_) {
    if (at.y < line.y || at.y >= line.y + kRow) continue;
    for (std::size_t i = 0; i < things_.size(); ++i) {
      if (at.x >= things_[i].x - 8 && at.x < things_[i].x + things_[i].w - 8)
        return example_.tell_steps({.kind = Kind::GoToWrite, .thread = i, .number = line.row});
    }
    return go_to_row(line.row);
  }
}

// ---- painting ------------------------------------------------------------------------------------------------------

void StepsPanel::paint_button(const View& view, const Rect& area, const Button& button) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const Rect rect = button.rect.moved(area.x, area.y);
  const bool is_hot = button.is_enabled && (is_hovered(view, button.part) || is_focused(view, button.part));
  const bool is_main = button.part == ExamplePart::StepsOn && button.is_enabled;
  const Color ink = !button.is_enabled ? theme.faint : is_main ? theme.accent : theme.button_text;
  paint.fill(rect,
             !button.is_enabled ? theme.inset
             : is_hot           ? theme.button_hover
             : is_main          ? theme.accent_soft
                                : theme.button,
             7);
  paint.frame(rect, !button.is_enabled ? theme.card_edge : is_main ? theme.accent : theme.button_edge, 7);
  const Point c = rect.center();
  float sign = 0;  // the room that one takes
  const float left = button.text.empty() ? c.x : rect.x + 16;
  switch (button.part) {
    case ExamplePart::StepsFirst:
      paint.upright(c.x - 6, c.y - 6, 12, ink, 1.6f);
      paint.triangle({c.x + 5, c.y - 5}, {c.x - 3, c.y}, {c.x + 5, c.y + 5}, ink);
      break;
    case ExamplePart::StepsBack:
      paint.triangle({left + 4, c.y - 5}, {left - 4, c.y}, {left + 4, c.y + 5}, ink);
      sign = 14;
      break;
    case ExamplePart::StepsOn:
      paint.triangle({left - 4, c.y - 5}, {left + 4, c.y}, {left - 4, c.y + 5}, ink);
      sign = 14;
      break;
    case ExamplePart::StepsPlay:
      if (plays_) {
        for (const float x : {-4.0f, 2.0f}) paint.fill({c.x + x, c.y - 5, 2.5f, 10}, ink);
      } else {
        for (const float x : {-5.0f, 1.0f})
          paint.triangle({c.x + x, c.y - 4}, {c.x + x + 5, c.y}, {c.x + x, c.y + 4}, ink);
      }
      break;
    default: break;
  }
  paint.label(interface_type(13, is_main ? Face::SemiBold : Face::Regular),
              {rect.x + sign + 6, rect.y, rect.w - sign - 12, rect.h}, button.text, ink, 0.5f);
}

void StepsPanel::paint(const View& view, const Rect& area, float, float) const {
  if (height_ == 0) return;
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float x = area.x + side_, width = area.w - 2 * side_;
  if (view_ == nullptr) {
    for (std::size_t i = 0; i < notice_.size(); ++i)
      paint.label(interface_type(13), {x, area.y + kFoot + static_cast<float>(i) * kLine, width, kLine}, notice_[i],
                  theme.text);
    return;
  }
  const bool is_bad = view_->end && *view_->end != explore::End::Finished;
  const bool has_buttons = view_->is_ready && !view_->schedule.empty();
  paint.label(interface_type(13.5f, Face::SemiBold), {x, area.y, width - (has_buttons ? 120 : 0), kHead}, heading(),
              is_bad ? theme.error : theme.heading);
  if (!view_->is_ready) return;
  if (has_buttons) {
    paint_quiet_button(view, ExamplePart::StepsLink, link_.moved(area.x, area.y), "Link");
    paint_quiet_button(view, ExamplePart::StepsLanes, lanes_.moved(area.x, area.y), "As lanes");
  }
  for (const Button& button : bar_) paint_button(view, area, button);
  // The slider.
  const Rect slider = slider_.moved(area.x, area.y);
  const float track = slider.w - 16,
              share = view_->count == 0 ? 0 : static_cast<float>(view_->at) / static_cast<float>(view_->count);
  paint.fill({slider.x + 8, slider.center().y - 2, track, 4}, theme.card_edge, 2);
  paint.fill({slider.x + 8, slider.center().y - 2, track * share, 4}, theme.accent, 2);
  paint.circle({slider.x + 8 + track * share, slider.center().y}, 7, view_->count == 0 ? theme.faint : theme.accent);
  paint.label(interface_type(12.5f),
              {slider.right() + 2, slider.y, area.right() - side_ - slider.right() - 2, slider.h}, where(), theme.muted,
              1);
  paint_table(view, area);
  paint_turns(view, area);
  if (view_->at == 0 && view_->results.empty())
    paint.label(interface_type(13), {x, area.y + results_top_ + 4, width, kLine},
                is_narrow_ ? "Press a letter to let that thread run on alone."
                           : "Take a thread\u2019s next step, or press its name to let it run on alone.",
                theme.muted);
  if (!view_->results.empty())
    paint.label(interface_type(13, Face::SemiBold), {x, area.y + results_top_ + 4, width, kLine}, results_heading(),
                theme.muted);
  for (std::size_t i = 0; i < results_.size(); ++i) paint_button(view, area, results_[i]);
}

void StepsPanel::paint_table(const View& view, const Rect& area) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float x = area.x + side_, width = area.w - 2 * side_;
  const float head = area.y + table_top_;
  if (has_columns_) {
    for (std::size_t i = 0; i < shown_threads_; ++i) {
      const StepsView::Thread& thread = view_->threads[i];
      paint.label(interface_type(12.5f, Face::SemiBold), {area.x + threads_[i].x, head, threads_[i].w - 8, kTableHead},
                  thread.letter + " \u00b7 " + thread.name, thread_color(theme, i));
    }
  }
  for (std::size_t i = 0; i < things_.size(); ++i) {
    paint.label({Face::Mono, 12.5f, 0, Ink::Text, false}, {area.x + things_[i].x, head, things_[i].w - 8, kTableHead},
                view_->things[i], theme.code_text);
  }
  for (const Line& line : lines_) {
    const bool is_done = line.row < view_->row;
    const Rect rect{x - 8, area.y + line.y, width + 16, kRow};
    if (line.row + 1 == view_->row) paint.fill(rect, theme.try_back, 5);
    paint.rule(x, rect.y, width, theme.card_edge);
    paint_row(view, rect, view_->rows[line.row - view_->first_row], is_done);
  }
  paint.rule(x, area.y + turns_top_ + turns_height_, width, theme.card_edge);
}

void StepsPanel::paint_row(const View& view, const Rect& line, const StepsView::Row& row, bool is_done) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float left = line.x + 8 - side_;  // the panel's corner
  const Color ink = !is_done ? theme.faint : row.step == 0 ? theme.muted : theme.text;
  if (row.step != 0)
    paint.label(interface_type(12), {left + side_, line.y, number_ - 10, line.h}, std::to_string(row.step),
                is_done ? theme.muted : theme.faint);
  const Column& column = has_columns_ ? threads_[std::min(row.thread, threads_.size() - 1)] : threads_[0];
  if (!has_columns_) {
    const Color color = thread_color(theme, row.thread);
    paint_letter(view, {left + side_ + number_ + kChip / 2 - 2, line.center().y}, kChip / 2 - 1,
                 view_->threads[row.thread].letter, is_done ? color : mix(theme.inset, color, 0.4f));
  }
  const std::string words = words_of(row);
  const Rect cell{left + column.x, line.y, column.w - 8, line.h};
  paint.label(interface_type(13, row.step == 0 ? Face::Italic : Face::Regular), cell, words, ink);
  for (std::size_t i = 0; i < things_.size(); ++i) {
    const bool is_new = row.is_new[i];
    paint.label({is_new ? Face::MonoBold : Face::Mono, 12.5f, 0, Ink::Text, false},
                {left + things_[i].x, line.y, things_[i].w - 8, line.h}, row.values[i],
                !is_done ? theme.faint
                : is_new ? theme.accent
                         : theme.muted);
  }
}

void StepsPanel::paint_turns(const View& view, const Rect& area) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  if (turns_height_ == 0) return;
  paint.rule(area.x + side_, area.y + turns_top_, area.w - 2 * side_, theme.card_edge);
  for (const Turn& turn : waiting_) {
    const Rect rect = turn.rect.moved(area.x, area.y);
    const Color color = thread_color(theme, turn.thread);
    paint_letter(view, {rect.x + kChip / 2 - 2, rect.center().y}, kChip / 2 - 1, view_->threads[turn.thread].letter,
                 color);
    if (view_->threads[turn.thread].state == State::MustWait)
      paint.label(interface_type(13, Face::Italic), {rect.x + kChip + 8, rect.y, rect.w - kChip - 8, rect.h},
                  turn_words(turn.thread), theme.muted);
  }
  if (has_columns_) {
    paint.triangle({area.x + side_ + 2, area.y + turns_top_ + kTurns / 2 - 4},
                   {area.x + side_ + 8, area.y + turns_top_ + kTurns / 2},
                   {area.x + side_ + 2, area.y + turns_top_ + kTurns / 2 + 4}, theme.muted);
    for (std::size_t i = 0; i < shown_threads_; ++i) {
      const StepsView::Thread& thread = view_->threads[i];
      const Rect cell{area.x + threads_[i].x, area.y + turns_top_, threads_[i].w - 8, kTurns};
      const Type type = interface_type(12.5f, Face::Italic);
      if (thread.state == State::Ended) paint.label(type, cell, "has ended", theme.faint);
      if (thread.state != State::MustWait) continue;
      paint.label(type, {cell.x, cell.y + 3, cell.w, kTurns / 2 - 3}, thread.next, theme.muted);
      paint.label(type, {cell.x, cell.center().y - 3, cell.w, kTurns / 2 - 3},
                  "must wait" + (thread.why.empty() ? "" : ", " + thread.why), theme.muted);
    }
  }
  for (const Button& button : turns_) paint_button(view, area, button);
}

}  // namespace threadbook::ui
