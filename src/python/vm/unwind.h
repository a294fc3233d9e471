// Raising: from thread.exception to the handler.
#pragma once

#include "python/objects/exception.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// The exception being handled by the running frame or the nearest one up; None if there is none.
Value handled_exception(ThreadState& thread);

// The value a StopIteration carries: what `yield from` answers.
Value stop_iteration_value(const Exception* exception);

// thread.exception is set and the running frame's pc is behind the instruction that raised. Finds
// the handler, popping frames. False if no frame is left: the exception stays in thread.exception.
// `again`: re-raised, so neither context nor traceback of the first frame is added.
bool unwind(ThreadState& thread, bool again);

// `raise exception from cause`: builds the instance if a class was given; sets thread.exception.
// Pushed: an __init__ written in Python runs first. Unbound cause: none was given.
Status raise_statement(ThreadState& thread, Value exception, Value cause);

}  // namespace threadbook::python
