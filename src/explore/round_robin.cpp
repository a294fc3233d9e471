#include "explore/round_robin.h"

#include <algorithm>

namespace threadbook::explore {

std::size_t RoundRobin::next(std::span<const Candidate> ready) {
  for (const Candidate& each : ready) {
    if (std::find(turns_.begin(), turns_.end(), each.thread) == turns_.end()) turns_.push_back(each.thread);
  }
  for (auto turn = turns_.begin();; ++turn) {
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (ready[i].thread != *turn) continue;
      std::rotate(turns_.begin(), turn + 1, turns_.end());
      return i;
    }
  }
}

}  // namespace threadbook::explore
