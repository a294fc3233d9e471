// What the match statement asks of its subject (PEP 634). Fallback: the library function named after
// the operation ("operation__match_keys") takes over.
#pragma once

#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// list, tuple, range and what collections.abc.Sequence knows, but no str and no bytes.
Status match_sequence(ThreadState& thread, Value subject, Value& out);
// dict and what collections.abc.Mapping knows.
Status match_mapping(ThreadState& thread, Value subject, Value& out);
// A tuple of the values of `keys`; None if one is missing.
Status match_keys(ThreadState& thread, Value subject, Tuple* keys, Value& out);
// The attributes that a class pattern with `positional` patterns and those called `names` looks
// into, a tuple; None if `subject` is no instance of `cls` or lacks one.
Status match_class(ThreadState& thread, Value subject, Value cls, std::uint16_t positional, Tuple* names, Value& out);

}  // namespace threadbook::python
