// Attributes that objects of the engine's own kinds have without storing them: __class__, __name__
// of a function, __mro__ of a class, start of a slice, …
#pragma once

#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// Unbound if `object` has none of that name.
Value special_attribute(ThreadState& thread, Value object, Str* name);
// False if it is not a special one that can be set; thread.exception may be set then.
bool set_special_attribute(ThreadState& thread, Value object, Str* name, Value value);

// Is the first parameter called "cls"? Such builtins are class methods.
bool is_class_method(const NativeFunction* native);

// Is it neither "self" nor "cls"? Such builtins of a class are static methods.
bool is_static_method(const NativeFunction* native);

// A dict with the same content as a namespace or as an object's attributes, at this moment.
Dict* namespace_dict(ThreadState& thread, const Namespace& names);

}  // namespace threadbook::python
