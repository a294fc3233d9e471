// A program once more, in an order that is known.
#pragma once

#include <cstdint>
#include <string_view>

#include "explore/schedule.h"
#include "explore/verdict.h"
#include "python/vm/run_types.h"

namespace threadbook::explore {

// Runs a program once, as `schedule` says. `seed`: of the search that it is of. REQUIRES: it is this program's.
Execution replay(std::string_view source, python::RunOptions options, const Schedule& schedule, std::uint64_t seed = 1);

// The options of a run that goes on as `schedule` says, each of its threads one after the other on one OS thread.
python::RunOptions replaying(python::RunOptions run, const Schedule& schedule);

}  // namespace threadbook::explore
