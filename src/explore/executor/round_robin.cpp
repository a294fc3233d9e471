#include "explore/executor/round_robin.h"

#include <algorithm>

#include "explore/executor/deterministic_executor.h"

namespace threadbook::explore {

std::size_t RoundRobin::next(std::span<const Candidate> ready) {
  for (const Candidate& each : ready) {
    if (std::find(turns_.begin(), turns_.end(), each.thread) == turns_.end()) turns_.push_back(each.thread);
  }
  for (auto turn = turns_.begin();; ++turn) {
    for (std::size_t i = 0; i < ready.size(); ++i) {
      if (ready[i].thread != *turn) continue;
      std::rotate(turn, turn + 1, turns_.end());  // it is last now
      return i;
    }
  }
}

std::function<std::unique_ptr<python::Executor>(python::Interpreter&)> executor_in_turn(std::uint64_t seed,
                                                                                        std::uint32_t length_of_turn) {
  return [=](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    DeterministicOptions options;
    options.seed = seed;
    return std::make_unique<DeterministicExecutor>(interpreter, std::make_shared<RoundRobin>(length_of_turn), options);
  };
}

}  // namespace threadbook::explore
