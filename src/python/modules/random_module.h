// _random: the Mersenne Twister, with CPython's ways to seed it and to draw from it, so that a seed
// gives the same numbers.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_random(ThreadState& thread, Module& module);

}  // namespace threadbook::python
