// Attribute access: the protocol of object.__getattribute__ and its relatives.
#pragma once

#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// Where a lookup ended.
struct AttributeResult {
  enum class Kind : std::uint8_t {
    Value,   // `value`
    Getter,  // calling `value` with `self` gives it (a property, a __get__ in Python)
    Hook,    // calling `value` (__getattr__) with `self` and the name gives it
    Missing,
    Raised,
  };
  Kind kind;
  Value value;
  Value self;
  Value owner = Value::unbound();  // Getter: the second argument of __get__
  // For inline caches: how the value was found.
  enum class How : std::uint8_t { Other, Slot, ClassCell } how = How::Other;
  int slot = -1;
  Cell* cell = nullptr;
};

// The attribute `name` (interned) of `object`. With `for_call` a method comes back unbound, its self
// apart (`self` set, kind Value), so that no bound method need be made. Never runs Python code.
AttributeResult find_attribute(ThreadState& thread, Value object, Str* name, bool for_call = false);

// The same, past __getattribute__: object.__getattribute__ and __getattr__.
AttributeResult find_attribute_generic(ThreadState& thread, Value object, Str* name, bool for_call = false);

// getattr(object, name): Ok, Raised (AttributeError), Pushed, Wait as call().
Status load_attribute(ThreadState& thread, Value object, Str* name, const Destination& destination, Value& result);
// setattr, delattr; `value` Unbound deletes. Pushed if Python code (a property, __setattr__) runs.
Status store_attribute(ThreadState& thread, Value object, Str* name, Value value, const Destination& destination,
                       Value& result);
// The same, past __setattr__: object.__setattr__.
Status store_attribute_generic(ThreadState& thread, Value object, Str* name, Value value,
                               const Destination& destination, Value& result);

// Descriptor binding of a class attribute: what `object.name` is when the class holds `value`.
Value bind_method(ThreadState& thread, Value function, Value self);

}  // namespace threadbook::python
