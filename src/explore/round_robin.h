// In turn: whoever has waited longest for its turn and can go on.
#pragma once

#include <deque>

#include "explore/scheduler.h"

namespace threadbook::explore {

class RoundRobin final : public Scheduler {
 public:
  std::size_t next(std::span<const Candidate> ready) override;

 private:
  std::deque<ThreadNumber> turns_;  // all threads that were ever ready; whose turn comes first
};

}  // namespace threadbook::explore
