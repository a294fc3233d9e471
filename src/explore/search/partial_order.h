// The partial order of an execution: which of its steps have to come before which, whatever the rest does. All
// executions with the same one are one trace.
//
// Costs: for each step a look at the last ones of each thread that touch the same objects; memory, for each step a
// number for each thread.
#pragma once

#include <cstdint>
#include <vector>

#include "explore/executor/random_scheduler.h"
#include "explore/executor/scheduler.h"

namespace threadbook::explore {

class PartialOrder {
 public:
  explicit PartialOrder(const std::vector<Step>& steps);

  // The same for executions of one trace, and for others another number, unless chance is very unkind.
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  // About how many orders of the steps keep it, as a logarithm to base e: drawn, and told from how many choices there
  // were (D. E. Knuth, "Estimating the Efficiency of Backtrack Programs", 1975).
  [[nodiscard]] double log_of_orders(Dice& dice) const;

 private:
  std::vector<std::vector<std::uint32_t>> before_;  // for each step: the last ones of those that come before it
  std::uint64_t hash_ = 0;
};

// The logarithm of the mean of numbers, of which `logarithms` are known. Nothing overflows.
double log_of_mean(const std::vector<double>& logarithms);

}  // namespace threadbook::explore
