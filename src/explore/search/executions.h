// Executions of a search: how they are run, and what they add to its verdict.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/executor/deterministic_executor.h"
#include "explore/executor/scheduler.h"
#include "explore/executor/thread_names.h"
#include "explore/search/races.h"
#include "explore/verdict.h"

namespace threadbook::explore {

// How the executions of a search are run that was asked for like this.
DeterministicOptions options_of_search(const ExploreOptions& options, Contention& contention, ThreadNames& names);

// What a scheduler is told of an execution that is to be counted, kept: its steps, what was left to do, and the races
// that were met. For schedulers that hand on all they are told.
class Kept {
 public:
  // Another execution.
  void begin() {
    steps.clear();
    met.clear();
    races_.begin();
  }
  // Races that were met before count as new again.
  void forget() { races_ = {}; }
  void begin_step() { races_.begin_step(); }
  void done(Step&& step, std::span<const ThreadNumber> woken) {
    races_.done(step, steps.size(), woken, met);
    steps.push_back(std::move(step));
  }
  void started(ThreadNumber parent, ThreadNumber child) { races_.started(parent, child); }
  void ended(End how, std::span<const Step> left) {
    end = how;
    pending.assign(left.begin(), left.end());
  }

  std::vector<Step> steps, pending;
  std::vector<Races::Race> met;  // for the first time
  End end = End::Stopped;

 private:
  Races races_;
};

// An execution: what was done in it, and what was left to do. Of several that come to the same, that is told which has
// the fewest switches; of those with as many, that with the least `tie`, which depends on its threads' turns alone.
struct Tried {
  const std::vector<Step>& steps;
  const std::vector<Step>& pending;
  std::vector<std::uint32_t> order;  // of the steps, as it is told
  std::size_t switches = 0;
  std::uint64_t tie = 0;

  Tried(const std::vector<Step>& steps, const std::vector<Step>& pending, std::vector<std::uint32_t> order,
        const ThreadNames& names);
  // Told as it came.
  Tried(const std::vector<Step>& steps, const std::vector<Step>& pending, const ThreadNames& names);
};

// Adds what executions come to. Thread safety: none.
class Tally {
 public:
  // All outlive this.
  Tally(std::string_view source, const ExploreOptions& options, const ThreadNames& names);
  void add(Verdict& verdict, Execution&& execution, const Tried& tried) const;
  void add(Verdict& verdict, const Races::Race& race, const Tried& tried) const;

 private:
  template <class Told>
  void tell(Told& told, const Tried& tried) const;

  const std::uint64_t program_;
  const ExploreOptions& options_;
  const ThreadNames& names_;
};

}  // namespace threadbook::explore
