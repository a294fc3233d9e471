// repr(), str() and ascii() of every builtin object.
//
// repr() and str_of() of operations.h start here. Containers call repr_item for what they hold: the
// depth travels along, so that nesting is bounded and the C++ stack with it.
#pragma once

#include "python/objects/operations.h"

namespace threadbook::python {

// Nested containers deeper than this answer Fallback.
inline constexpr int kMaxReprDepth = 100;

// repr of list, tuple, dict, set, frozenset, range, slice and dict views, at `depth` (0: outermost);
// repr of its items by repr_item(thread, item, out, depth + 1). Defined with the containers.
Status container_repr(ThreadState& thread, Value value, StrBuilder& out, int depth);
Status repr_item(ThreadState& thread, Value value, StrBuilder& out, int depth);

// ascii(value): repr with everything beyond ASCII escaped.
Status ascii_of(ThreadState& thread, Value value, StrBuilder& out);
// str(value) as a Str; the object itself if it is exactly a str.
Status str_value(ThreadState& thread, Value value, Str*& out);
Status repr_value(ThreadState& thread, Value value, Str*& out);

}  // namespace threadbook::python
