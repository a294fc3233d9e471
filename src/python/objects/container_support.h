// What the files about containers share: exactness tests, size checks, short spellings.
#pragma once

#include <string>
#include <vector>

#include "python/objects/container_operators.h"
#include "python/objects/deque.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/text_operators.h"

namespace threadbook::python {

// Is the object's class `cls` itself, no subclass? (Objects of builtin classes have one shape.)
inline bool is_exactly(const RealmThread& thread, const Object* object, BuiltinClass cls) {
  return object->shape.load(std::memory_order_relaxed) == thread.realm.shape(cls);
}

// May the value's class be one written in Python? False means that no method can be overridden.
inline bool may_override(const RealmThread& thread, Value value) {
  if (!value.is_object()) return false;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::List: return !is_exactly(thread, object, BuiltinClass::List);
    case Kind::Dict: return !is_exactly(thread, object, BuiltinClass::Dict);
    case Kind::Deque: return !is_exactly(thread, object, BuiltinClass::Deque);
    case Kind::WeakReference: return !is_exactly(thread, object, BuiltinClass::WeakReference);
    case Kind::Set:
      return !is_exactly(thread, object, BuiltinClass::Set) && !is_exactly(thread, object, BuiltinClass::FrozenSet);
    case Kind::Instance:
    case Kind::Class:
    case Kind::Boxed:
    case Kind::Exception:
    case Kind::Module: return true;
    default: return false;
  }
}
inline bool overridden(RealmThread& thread, Value value, const Str* name) {
  return may_override(thread, value) && overrides(thread, value, name);
}

inline bool is_frozen(const Set* set) { return set->flags != 0; }

// Throws HeapExhausted if `count` values cannot fit the heap.
inline void require_values(RealmThread& thread, std::uint64_t count) {
  if (count > thread.realm.heap.limit() / sizeof(Value)) throw HeapExhausted();
}

inline Status type_error(RealmThread& thread, const std::string& message) {
  return raise(thread, ExceptionType::TypeError, message);
}
// "'int' object is not iterable"
inline Status type_error_of(RealmThread& thread, Value value, std::string_view what) {
  return type_error(thread, text("'", type_name(thread, value), "' object ", what));
}

inline Value str_of_utf8(RealmThread& thread, std::string_view utf8) {
  return Value::object(make_str_utf8(thread, utf8));
}

// hash() of a tuple whose items have these hashes.
std::uint64_t tuple_hash(const std::vector<std::uint64_t>& hashes);

// An index given by a program: IndexError "cannot fit 'int' into an index-sized integer"; TypeError
// "list indices must be integers or slices, not str" for `what` "list"; Fallback for __index__ in
// Python.
Status index_argument(RealmThread& thread, Value value, std::string_view what, std::int64_t& out);

// `index` counted from the end if it is negative; false if it lies outside.
inline bool normalize_index(std::int64_t& index, std::int64_t length) {
  if (index < 0) index += length;
  return index >= 0 && index < length;
}

// A new list of `count` items from `begin` on, as they are at one moment; the bounds are clamped.
List* list_part(RealmThread& thread, List* list, std::size_t begin, std::size_t count);

// An Iterator over `source`; `cls` is the class it is of.
Iterator* make_iterator(RealmThread& thread, BuiltinClass cls, IteratorKind kind, Value source,
                        std::int64_t position = 0, std::int64_t remaining = 0, std::int64_t step = 0);
// iter(value) if that is an Iterator which never needs Python; otherwise Fallback or Raised.
Status native_iterator(RealmThread& thread, Value value, Iterator*& out);
// How many iterators such as enumerate() one step of it goes down through.
std::int64_t nesting_of(const Iterator* iterator);
// Over a range (range.cpp), from its end if `reversed`.
Value range_iter(RealmThread& thread, const Range* range, bool reversed);
// Over a deque (iteration.cpp).
Value make_deque_iterator(RealmThread& thread, Deque* deque, bool reversed);
// range(start, stop, step) of any ints; ValueError "range() arg 3 must not be zero".
Status make_range(RealmThread& thread, Value start, Value stop, Value step, Value& out);
// range[index] for an int, range[slice].
Status range_item(RealmThread& thread, const Range* range, Value key, Value& out);
Status range_contains(RealmThread& thread, const Range* range, Value item, bool& out);
// REQUIRES: 0 <= index < length.
Value range_at(RealmThread& thread, const Range* range, std::int64_t index);

// reversed(value) for builtin containers; TypeError "'set' object is not reversible"; Fallback for
// __reversed__, or __len__ and __getitem__, in Python.
Status get_reversed(RealmThread& thread, Value value, Value& out);

// The first place of `item` in [start, stop) of a deque, or -1; `version`: of the deque that was so.
Status deque_find(RealmThread& thread, Deque* deque, Value item, std::int64_t start, std::int64_t stop,
                  std::int64_t& place, std::uint32_t* version = nullptr);

// The dict's keys, values or items as a view object.
Value make_dict_view(RealmThread& thread, Dict* dict, IteratorKind kind);

// Beyond this many steps a builtin leaves the work to library code, which has safe points.
inline constexpr std::int64_t kLongLoop = 10'000'000;

}  // namespace threadbook::python
