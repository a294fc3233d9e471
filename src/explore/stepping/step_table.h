// The table of steps: a row a step of the order that is stepped through, with what it has touched, what came with it
// (threads that were started, text that was written), and what each thing is worth after it.
//
// Costs: a row some 30 bytes, its words, and each value that is new.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/stepping/step_words.h"
#include "explore/stepping/stepping.h"

namespace threadbook::explore {

// Thread safety: none.
class StepTable {
 public:
  // `words` tells names and values, and outlives this.
  void tell_by(StepWords& words) { words_ = &words; }

  // Of another order: there is nothing yet.
  void clear();
  [[nodiscard]] bool has_begun() const { return !rows_after_.empty(); }
  // What was there and had been written before the first step.
  void begin();
  // The program has no steps, but has written that.
  void wrote_alone(std::string text) { output_ = std::move(text); }
  // Only so many steps are left.
  void cut(std::size_t steps);

  // ---- the step that goes on ----
  void begin_step();
  // It touches the thing; `writes`: it changes it.
  void touches(std::uint32_t thing, bool writes);
  // What it does, in words; what has been said of it is not said again.
  void say(const std::string& words);
  void started(ThreadNumber parent, ThreadNumber child) { started_.emplace_back(parent, child); }
  void forget_started() { started_.clear(); }
  void wrote(std::string_view text) { unprinted_ += text; }
  void forget_what_it_wrote() { unprinted_.clear(); }
  // It is over. It is step `number`, and `ends`: its thread's last.
  void end_step(std::size_t number, ThreadNumber thread, std::uint32_t line, bool ends);
  // It is over, and is none of the reader's: it comes with the one before.
  void end_internal_step(ThreadNumber thread);
  // After the last one; what has been written since then belongs to it.
  void end();

  // ---- looking ----
  // The step that has brought that row about, or before which it was there.
  [[nodiscard]] std::size_t step_of_row(std::size_t row) const;
  // That which has written that byte of all output.
  [[nodiscard]] std::size_t step_of_output(std::uint64_t byte) const;
  // That which gave the thing the value that it has in that row; nothing is known of other things.
  [[nodiscard]] std::optional<std::size_t> step_of_write(std::size_t thing, std::uint64_t row) const;
  // Names of things, rows about where `at` steps have been done, what had been written by then.
  void show(StepsView& view, std::size_t at) const;

 private:
  struct Row {
    std::uint32_t step;
    ThreadNumber thread;
    std::uint32_t line;
    std::uint32_t output;  // bytes that were written by then
    std::string words, printed;
  };
  struct Change {
    std::uint32_t row;  // after so many rows; 0: from the beginning
    std::string value;
  };

  void add_row(std::uint32_t step, ThreadNumber thread, std::uint32_t line, std::string words);
  void add_company();
  void end_rows_of_step(ThreadNumber thread);
  // What it is worth after so many rows; the last one may have written it, perhaps what it was before.
  void note_value(std::uint32_t thing, std::size_t row, bool is_written = false);
  void show_rows(StepsView& view) const;

  StepWords* words_ = nullptr;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> rows_after_;       // after each step, and before the first
  std::vector<std::vector<Change>> histories_;  // by thing
  std::size_t output_at_first_ = 0;             // bytes, before the first step
  std::string output_;

  std::string unprinted_;                                       // written, and not in a row yet
  std::vector<std::pair<ThreadNumber, ThreadNumber>> started_;  // since the last row
  std::string step_words_;
  std::vector<std::pair<std::uint32_t, bool>> step_things_;  // and whether it changes them
};

}  // namespace threadbook::explore
