// An account: one execution once more, for people. What threads are called, which variable each step touches, as the
// program calls it, from where and with which locks; and why threads that are left can never go on.
//
// A search knows numbers alone, since it has many executions to go through. Who tells of one of them has it done again.
//
// Costs: a run of its own, which begins with an interpreter (some milliseconds), and some microseconds for each step.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/schedule.h"
#include "explore/verdict.h"
#include "runtime/clock.h"

namespace threadbook::explore {

struct Account {
  End end = End::Stopped;
  std::vector<std::pair<std::string, std::string>> threads;  // as Verdict::threads
  std::optional<Standstill> standstill;
  std::optional<RaceReport> race;  // without schedules

  // Of the race: which of the accesses in its lines the two are, and a schedule that is to have the second before the
  // first.
  struct Access {
    std::string thread;
    std::uint32_t line;
    bool writes;
    bool operator==(const Access&) const = default;
  };
  std::vector<Access> accesses;  // in their order
  std::size_t first = 0, second = 0;
  std::vector<Turn> reversed;
};

using Lines = std::pair<std::uint32_t, std::uint32_t>;  // the lesser first

// Runs `source` as `schedule` says, which is of a search with these options. `race`: the lines of a race that is to be
// told. Ends soon once `stops` is true, or it is `end` on the real clock (0: never). Blocks. REQUIRES: the schedule is
// this program's.
Account account_of(std::string_view source, const ExploreOptions& of, const Schedule& schedule,
                   const std::atomic<bool>& stops, std::optional<Lines> race = {}, runtime::Nanoseconds end = 0);

// Adds to the verdict of such a search what only accounts tell: of the first outcomes and races, no more than some.
// Ends soon once `stops` is true; where it is already, soon as well, but tells some of it. Blocks.
void tell_in_full(Verdict& verdict, std::string_view source, const ExploreOptions& options,
                  const std::atomic<bool>& stops);

}  // namespace threadbook::explore
