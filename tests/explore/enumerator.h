// The plain enumerator: all interleavings of a program, one after the other, without any thought. What the search has
// to agree with: as many traces, and the same results.
//
// Costs: an execution for each interleaving, and there are many.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "explore/executor/deterministic_executor.h"
#include "explore/search/search.h"
#include "explore/verdict.h"
#include "python/run.h"

namespace threadbook::explore {

class Enumerator final : public Scheduler {
 public:
  // Ends after `most` interleavings.
  explicit Enumerator(std::size_t most) : most_(most) {}

  void enumerate(std::string_view source, python::RunOptions run, bool gil) {
    DeterministicOptions options;
    options.granularity = gil ? Granularity::SharedGil : Granularity::Shared;
    options.keeps_durations = false;
    options.ends_deadlocks = true;
    options.contention = &contention_;
    options.names = &names_;
    options.may_run_again = true;
    run.executor = [&](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
      const std::shared_ptr<Scheduler> not_owned(std::shared_ptr<void>(), this);
      return std::make_unique<DeterministicExecutor>(interpreter, not_owned, options);
    };
    contention_.begin();
    python::Run::start(source, std::move(run))->wait();
  }

  // What an interleaving comes to: how it ends, its status, what it has printed, and its errors.
  struct Result {
    End end;
    int status;
    std::string out, err;
    auto operator<=>(const Result&) const = default;
  };

  std::size_t executions = 0;
  std::set<std::string> traces;                     // by their relations
  std::map<Result, std::set<std::string>> results;  // with the traces that come to it
  [[nodiscard]] bool is_complete() const { return is_complete_; }

  std::size_t next(std::span<const Candidate> ready) override {
    if (depth_ == choices_.size()) choices_.push_back({0, ready.size()});
    return choices_[depth_++].taken;
  }
  void done(Step&& step, std::span<const ThreadNumber>) override {
    if (step.touches.empty()) choices_[depth_ - 1].of = choices_[depth_ - 1].taken + 1;
    steps_.push_back(std::move(step));
  }
  void ended(End end, std::span<const Step>) override { end_ = end; }
  bool again(int status, std::string&& out, std::string&& err) override {
    depth_ = 0;
    if (contention_.begin()) {
      choices_.clear();
      traces.clear();
      results.clear();
      executions = 0;
      steps_.clear();
      return true;
    }
    ++executions;
    const std::string text = trace();
    traces.insert(text);
    results[{end_, status, std::move(out), std::move(err)}].insert(text);
    steps_.clear();
    while (!choices_.empty() && ++choices_.back().taken == choices_.back().of) choices_.pop_back();
    is_complete_ = choices_.empty();
    return !is_complete_ && executions < most_;
  }

 private:
  struct Choice {
    std::size_t taken, of;
  };

  // Which of two steps that have to do with each other was first.
  std::string trace() const {
    std::map<ThreadNumber, int> counts;
    std::vector<std::string> called;
    for (const Step& step : steps_) {
      called.push_back(std::to_string(step.thread) + "." + std::to_string(counts[step.thread]++));
    }
    std::set<std::string> relations(called.begin(), called.end());
    for (std::size_t j = 0; j < steps_.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (are_dependent(steps_[i].touches, steps_[j].touches)) relations.insert(called[i] + "<" + called[j]);
      }
    }
    std::string text;
    for (const std::string& relation : relations) text += relation + " ";
    return text;
  }

  const std::size_t most_;
  Contention contention_;
  ThreadNames names_;
  std::vector<Choice> choices_;
  std::vector<Step> steps_;
  std::size_t depth_ = 0;
  End end_ = End::Stopped;
  bool is_complete_ = false;
};

}  // namespace threadbook::explore
