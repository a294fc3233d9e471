// In turn: whoever has waited longest for its turn and can go on.
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "explore/executor/scheduler.h"
#include "python/vm/run_types.h"

namespace threadbook::explore {

class RoundRobin final : public Scheduler {
 public:
  std::size_t next(std::span<const Candidate> ready) override;

 private:
  std::deque<ThreadNumber> turns_;  // all threads that were ever ready; whose turn comes first
};

// For RunOptions: an executor that lets the threads go on in turn, from safe point to safe point. A run with the same
// seed is the same run again.
std::function<std::unique_ptr<python::Executor>(python::Interpreter&)> executor_in_turn(std::uint64_t seed);

}  // namespace threadbook::explore
