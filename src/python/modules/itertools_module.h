// _itertools: the classes of itertools, put together.
//
// What only counts, repeats, cuts and combines stands below (objects/itertools_iterators.h). The others, which call
// functions or iterators written in Python, are generators within (library/itertools.py), as map and filter are.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_itertools(ThreadState& thread, Module& module);

}  // namespace threadbook::python
