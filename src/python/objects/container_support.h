// What the files about containers share: exactness tests, size checks, short spellings.
#pragma once

#include <string>

#include "python/objects/container_operators.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/text_operators.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

// Is the object's class `cls` itself, no subclass? (Objects of builtin classes have one shape.)
inline bool is_exactly(const ThreadState& thread, const Object* object, BuiltinClass cls) {
  return object->shape.load(std::memory_order_relaxed) == thread.interpreter.shape(cls);
}

// May the value's class be one written in Python? False means that no method can be overridden.
inline bool may_override(const ThreadState& thread, Value value) {
  if (!value.is_object()) return false;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::List: return !is_exactly(thread, object, BuiltinClass::List);
    case Kind::Dict: return !is_exactly(thread, object, BuiltinClass::Dict);
    case Kind::Set:
      return !is_exactly(thread, object, BuiltinClass::Set) &&
             !is_exactly(thread, object, BuiltinClass::FrozenSet);
    case Kind::Instance:
    case Kind::Class:
    case Kind::Boxed:
    case Kind::Exception:
    case Kind::Module: return true;
    default: return false;
  }
}
inline bool overridden(ThreadState& thread, Value value, const Str* name) {
  return may_override(thread, value) && overrides(thread, value, name);
}

inline bool is_frozen(const Set* set) { return set->flags != 0; }

// Throws HeapExhausted if `count` values cannot fit the heap.
inline void require_values(ThreadState& thread, std::uint64_t count) {
  if (count > thread.interpreter.heap.limit() / sizeof(Value)) throw HeapExhausted();
}

inline Status type_error(ThreadState& thread, const std::string& message) {
  return raise(thread, ExceptionType::TypeError, message);
}
// "'int' object is not iterable"
inline Status type_error_of(ThreadState& thread, Value value, std::string_view what) {
  return type_error(thread, text("'", type_name(thread, value), "' object ", what));
}

inline Value str_of_utf8(ThreadState& thread, std::string_view utf8) {
  return Value::object(make_str_utf8(thread, utf8));
}

// An index given by a program: Ok with `out`, an int not clamped; IndexError "cannot fit 'int' into
// an index-sized integer"; TypeError made of `what` ("list indices must be integers or slices, not
// str"); Fallback for __index__ in Python. `is_index` of a value without __index__ is false.
Status index_argument(ThreadState& thread, Value value, std::string_view what, std::int64_t& out);

// `index` counted from the end if it is negative; false if it lies outside.
inline bool normalize_index(std::int64_t& index, std::int64_t length) {
  if (index < 0) index += length;
  return index >= 0 && index < length;
}

}  // namespace threadbook::python
