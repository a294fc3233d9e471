// What the program calls a variable that a thread is about to touch.
#pragma once

#include <string>

#include "explore/executor/scheduler.h"
#include "python/vm/thread_state.h"

namespace threadbook::explore {

// "counter", "account.balance", "balance['a']", "results"; ".balance" and "an item of a dict" where the object has no
// name of its own. REQUIRES: the thread is about to execute the instruction that touches it. Costs some microseconds.
std::string name_of_variable(python::ThreadState& state, const Touched& touched);

}  // namespace threadbook::explore
