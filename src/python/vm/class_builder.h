// Making classes: the class statement and type(name, bases, namespace).
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// Runs the class body `function`; the class goes to `destination` when it returns (Pushed).
Status begin_class(ThreadState& thread, Function* function, Str* name, Tuple* bases, Value keywords,
                   const Destination& destination, Value& result);

// The class of `names`, what a body has bound. `cell`: the body's __class__ cell or None. `keywords`
// (dict or None) go to __init_subclass__. Ok or, if Python code has its say, Pushed.
Status finish_class(ThreadState& thread, Str* name, Tuple* bases, Dict* names, Value keywords, Value cell,
                    const Destination& destination, Value& result);

}  // namespace threadbook::python
