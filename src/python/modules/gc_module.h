// _gc: the collector as a program sees it, and what a collection leaves to do in Python.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_gc(ThreadState& thread, Module& module);

}  // namespace threadbook::python
