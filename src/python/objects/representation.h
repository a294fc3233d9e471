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
Status container_repr(RealmThread& thread, Value value, StrBuilder& out, int depth);
Status repr_item(RealmThread& thread, Value value, StrBuilder& out, int depth);

// What object's own __repr__ says, whatever the class overrides: "<__main__.A object at 0x7f…>".
Status default_repr(RealmThread& thread, Value value, StrBuilder& out);
// BaseException's own __repr__ and __str__, KeyError's and OSError's __str__.
Status exception_repr(RealmThread& thread, Exception* exception, StrBuilder& out, int depth);
Status exception_str(RealmThread& thread, Exception* exception, StrBuilder& out);
// "__main__.A"; of classes of `builtins` only "int".
std::string qualified_name(RealmThread& thread, Class* cls);
// "0x7f6c3a2d1e90", twelve digits or more: number_of() what is shown.
std::string address_text(RealmThread& thread, Value value);

// ascii(value): repr with everything beyond ASCII escaped.
Status ascii_of(RealmThread& thread, Value value, StrBuilder& out);
// str(value) as a Str; the object itself if it is exactly a str.
Status str_value(RealmThread& thread, Value value, Str*& out);
Status repr_value(RealmThread& thread, Value value, Str*& out);

}  // namespace threadbook::python
