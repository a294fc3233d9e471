// _collections: deque, and the steps of OrderedDict and Counter that must be one.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_collections(ThreadState& thread, Module& module);

}  // namespace threadbook::python
