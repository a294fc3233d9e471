// _functools: partial, the cache behind lru_cache, reduce over builtin containers.
#pragma once

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

void fill_functools(ThreadState& thread, Module& module);

}  // namespace threadbook::python
