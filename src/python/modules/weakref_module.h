// _weakref: references that do not keep alive.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_weakref(ThreadState& thread, Module& module);

}  // namespace threadbook::python
