#include "explore/stepping/step_table.h"

#include <algorithm>
#include <utility>

namespace threadbook::explore {

namespace {

constexpr std::size_t kMostOutput = 16'384;  // bytes of a view

}  // namespace

void StepTable::clear() {
  rows_.clear();
  rows_after_.clear();
  histories_.clear();
  output_.clear();
}

void StepTable::begin() {
  for (std::uint32_t thing = 0; thing < words_->count(); ++thing) {
    if (words_->lasts(thing)) note_value(thing, 0);
  }
  add_company();
  if (!unprinted_.empty()) add_row(0, 0, 0, "");
  output_at_first_ = output_.size();
  rows_after_ = {static_cast<std::uint32_t>(rows_.size())};
}

void StepTable::cut(std::size_t steps) {
  rows_after_.resize(steps + 1);
  rows_.resize(rows_after_.back());
  output_.resize(rows_.empty() ? output_at_first_ : rows_.back().output);
  for (std::vector<Change>& history : histories_) {
    while (!history.empty() && history.back().row > rows_.size()) history.pop_back();
  }
}

// ---- the step that goes on -----------------------------------------------------------------------------

void StepTable::begin_step() {
  step_words_.clear();
  step_things_.clear();
}

void StepTable::touches(std::uint32_t thing, bool writes) {
  if (thing >= histories_.size()) histories_.resize(thing + 1);
  if (histories_[thing].empty()) note_value(thing, words_->lasts(thing) ? 0 : rows_.size());
  step_things_.emplace_back(thing, writes);
}

void StepTable::say(const std::string& words) {
  if (words.empty() || step_words_.find(words) != std::string::npos) return;
  step_words_ += (step_words_.empty() ? "" : ", ") + words;
}

void StepTable::end_step(std::size_t number, ThreadNumber thread, std::uint32_t line, bool ends) {
  rows_after_.push_back(0);
  if (ends && step_words_.empty()) step_words_ = "ends";
  add_row(static_cast<std::uint32_t>(number), thread, line, step_words_);
  for (const auto& [thing, is_written] : step_things_) note_value(thing, rows_.size(), is_written);
  end_rows_of_step(thread);
}

void StepTable::end_internal_step(ThreadNumber thread) { end_rows_of_step(thread); }

void StepTable::end_rows_of_step(ThreadNumber thread) {
  add_company();
  if (!unprinted_.empty()) add_row(0, thread, 0, "");
  rows_after_.back() = static_cast<std::uint32_t>(rows_.size());
}

void StepTable::end() {
  if (!unprinted_.empty()) add_row(0, 0, 0, "");
  rows_after_.back() = static_cast<std::uint32_t>(rows_.size());
}

void StepTable::add_row(std::uint32_t step, ThreadNumber thread, std::uint32_t line, std::string words) {
  output_ += unprinted_;
  rows_.push_back({step, thread, line, static_cast<std::uint32_t>(output_.size()), std::move(words),
                   std::exchange(unprinted_, std::string())});
}

// What came with a step: threads were started.
void StepTable::add_company() {
  std::string words;
  for (std::size_t i = 0; i < started_.size(); ++i) {
    const auto [parent, child] = started_[i];
    words += (words.empty() ? "starts " : ", ") + letter_of(child);
    if (i + 1 < started_.size() && started_[i + 1].first == parent) continue;
    add_row(0, parent, 0, std::exchange(words, std::string()));
  }
  started_.clear();
}

void StepTable::note_value(std::uint32_t thing, std::size_t row, bool is_written) {
  if (thing >= histories_.size()) histories_.resize(thing + 1);
  std::string value = words_->value_of(thing);
  std::vector<Change>& history = histories_[thing];
  if (!is_written && !history.empty() && history.back().value == value) return;
  if (!history.empty() && history.back().row == row) {
    history.back().value = std::move(value);
  } else {
    history.push_back({static_cast<std::uint32_t>(row), std::move(value)});
  }
}

// ---- looking -------------------------------------------------------------------------------------------

std::size_t StepTable::step_of_row(std::size_t row) const {
  if (rows_after_.empty()) return 0;
  const auto found = std::upper_bound(rows_after_.begin(), rows_after_.end(), row);
  return static_cast<std::size_t>(std::min(found, std::prev(rows_after_.end())) - rows_after_.begin());
}

std::size_t StepTable::step_of_output(std::uint64_t byte) const {
  std::size_t row = 0;
  while (row < rows_.size() && rows_[row].output <= byte) ++row;
  return step_of_row(row);
}

std::optional<std::size_t> StepTable::step_of_write(std::size_t thing, std::uint64_t in_row) const {
  if (thing >= histories_.size()) return {};
  std::size_t row = 0;
  for (const Change& each : histories_[thing]) {
    if (each.row <= in_row + 1) row = each.row;
  }
  return row == 0 ? 0 : step_of_row(row - 1);
}

void StepTable::show_rows(StepsView& view) const {
  const std::size_t most = StepsView::kMostRows;
  const std::size_t before = std::min(view.row, most / 2);
  view.first_row = rows_.size() <= most ? 0 : std::min(view.row - before, rows_.size() - most);
  const std::size_t end = std::min(view.first_row + most, rows_.size());
  const std::size_t things = view.things.size();
  for (std::size_t i = view.first_row; i < end; ++i) {
    const Row& row = rows_[i];
    view.rows.push_back({row.step, row.thread, row.line, row.words, row.printed, std::vector<std::string>(things),
                         std::vector<bool>(things)});
    for (std::size_t thing = 0; thing < std::min(things, histories_.size()); ++thing) {
      const std::vector<Change>& history = histories_[thing];
      const auto after = std::upper_bound(history.begin(), history.end(), i + 1,
                                          [](std::size_t at, const Change& each) { return at < each.row; });
      if (after == history.begin()) continue;
      view.rows.back().values[thing] = std::prev(after)->value;
      view.rows.back().is_new[thing] = std::prev(after)->row == i + 1;
    }
  }
}

void StepTable::show(StepsView& view, std::size_t at) const {
  for (std::uint32_t thing = 0; thing < std::min(words_->count(), StepsView::kMostThings); ++thing) {
    view.things.push_back(words_->name_of(thing));
  }
  view.all_rows = rows_.size();
  view.row = rows_after_.empty() ? 0 : rows_after_[at];
  show_rows(view);
  const std::size_t written =
      view.row == 0 ? (rows_after_.empty() ? output_.size() : output_at_first_) : rows_[view.row - 1].output;
  view.output_before = written > kMostOutput ? written - kMostOutput : 0;
  view.output = output_.substr(view.output_before, written - view.output_before);
}

}  // namespace threadbook::explore
