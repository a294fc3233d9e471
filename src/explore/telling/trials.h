// Trials: a program run in given orders, one after the other, each from where its first thread is about to start.
//
// A step is everything that another thread could perhaps notice, whatever is known of the program.
//
// Costs: an interpreter for all, and some microseconds for each step.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

#include "explore/schedule.h"
#include "explore/verdict.h"

namespace threadbook::explore {

struct Trial {
  struct Step {
    ThreadNumber thread;
    std::uint32_t position;      // where the thread stood before it
    std::uint32_t line;          // of the program, likewise; 0: none
    bool is_preempting = false;  // another thread did the step before, and could have gone on
  };
  Execution execution;
  std::vector<Step> steps;
  std::vector<Step> pending;  // what was left to be done

  [[nodiscard]] std::size_t switches() const;
  [[nodiscard]] std::vector<Turn> turns(const ThreadNames& names) const;
};

// One for each of `orders`, as far as `stops` stays false and there are no more than `most_steps` in all. `options`: of
// the search that the orders are of. Numbers of threads are those of `names`. Blocks.
std::vector<Trial> try_orders(std::string_view source, const ExploreOptions& options,
                              const std::vector<std::vector<Turn>>& orders, ThreadNames& names,
                              const std::atomic<bool>& stops, std::size_t most_steps);

}  // namespace threadbook::explore
