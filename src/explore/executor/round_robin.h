// In turn: whoever has waited longest for its turn and can go on. A turn of one safe point is what meets most; longer
// ones cost less, and are more like the turns of a thread that is given the GIL.
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "explore/executor/scheduler.h"
#include "python/vm/run_types.h"

namespace threadbook::explore {

class RoundRobin final : public Scheduler {
 public:
  explicit RoundRobin(std::uint32_t length_of_turn = 1) : length_of_turn_(length_of_turn) {}
  std::size_t next(std::span<const Candidate> ready) override;
  [[nodiscard]] std::uint32_t length_of_turn() const override { return length_of_turn_; }

 private:
  const std::uint32_t length_of_turn_;
  std::deque<ThreadNumber> turns_;  // all threads that were ever ready; whose turn comes first
};

// For RunOptions: an executor that lets the threads go on in turn. A run with the same seed is the same run again.
std::function<std::unique_ptr<python::Executor>(python::Interpreter&)> executor_in_turn(
    std::uint64_t seed, std::uint32_t length_of_turn = 1);

}  // namespace threadbook::explore
