// Making classes: the class statement and type(name, bases, namespace).
#pragma once

#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// Runs the class body `function`; the class goes to `destination` when it returns (Pushed). Where a
// metaclass other than `type` or a base that is no class has its say, operation__build_class in
// library/classes.py does it all.
Status begin_class(ThreadState& thread, Function* function, Str* name, Tuple* bases, Value keywords,
                   const Destination& destination, Value& result);

// The class of `names`, what a body has bound: type.__new__. `cell`: the body's __class__ cell or None.
// `keywords` (dict or None) go to __init_subclass__. Ok or, if Python code has its say, Pushed.
Status finish_class(ThreadState& thread, Class* metaclass, Str* name, Tuple* bases, Dict* names, Value keywords,
                    Value cell, const Destination& destination, Value& result);

// The most derived of `metaclass` and the metaclasses of `bases`; nullptr: they conflict, and TypeError
// is raised.
Class* most_derived_metaclass(ThreadState& thread, Class* metaclass, Tuple* bases);

}  // namespace threadbook::python
