// deque's methods, in the order of CPython's documentation.
#include <algorithm>

#include "python/objects/container_natives.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Deque* self_of(Value* arguments) { return static_cast<Deque*>(arguments[0].as_object()); }

Status none(Value& result) {
  result = Value::none();
  return Status::Ok;
}

Status max_length_argument(RealmThread& thread, Value value, std::int64_t& out) {
  out = -1;
  if (value.is_none()) return Status::Ok;
  if (!is_int(value)) return type_error(thread, "an integer is required");
  if (!to_int64(value, out)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
  }
  if (out < 0) return raise(thread, ExceptionType::ValueError, "maxlen must be non-negative");
  return Status::Ok;
}

// iterable and maxlen are arguments 1 and 2.
Status contents(RealmThread& thread, Value* arguments, std::vector<Value>& items, std::int64_t& max_length) {
  Status status = max_length_argument(thread, arguments[2], max_length);
  if (status != Status::Ok || arguments[1].is_unbound()) return status;
  return collect(thread, arguments[1], items);
}

Status construct(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  std::int64_t max_length = -1;
  Status status = contents(thread, arguments, items, max_length);
  if (status == Status::Ok) result = Value::object(make_deque(thread, items, max_length));
  return status;
}

Status init(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  std::int64_t max_length = -1;
  Status status = contents(thread, arguments, items, max_length);
  if (status != Status::Ok) return status;
  deque_assign(thread, self_of(arguments), items, max_length);
  return none(result);
}

Status append(RealmThread& thread, Value* arguments, Value& result) {
  deque_append(thread, self_of(arguments), arguments[1]);
  return none(result);
}

Status append_left(RealmThread& thread, Value* arguments, Value& result) {
  deque_append_left(thread, self_of(arguments), arguments[1]);
  return none(result);
}

Status clear(RealmThread& thread, Value* arguments, Value& result) {
  deque_clear(thread, self_of(arguments));
  return none(result);
}

Status copy(RealmThread& thread, Value* arguments, Value& result) {
  Deque* deque = self_of(arguments);
  // A subclass's own constructor has a say.
  if (!is_exactly(thread, deque, BuiltinClass::Deque)) return Status::Fallback;
  result = Value::object(make_deque(thread, deque_snapshot(thread, deque), deque->max_length));
  return Status::Ok;
}

Status count(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t total = 0;
  for (Value item : deque_snapshot(thread, self_of(arguments))) {
    bool same = false;
    Status status = equals(thread, item, arguments[1], same);
    if (status != Status::Ok) return status;
    total += same ? 1 : 0;
  }
  result = make_int(thread, total);
  return Status::Ok;
}

template <bool left>
Status extend(RealmThread& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  Status status = collect(thread, arguments[1], items);
  if (status != Status::Ok) return status;
  deque_extend(thread, self_of(arguments), items, left);
  return none(result);
}

Status not_in_deque(RealmThread& thread, Value value) {
  StrBuilder message(thread);
  Status status = repr(thread, value, message);
  if (status != Status::Ok) return status;
  message.append_latin1(" is not in deque");
  return raise_value(thread, ExceptionType::ValueError, Value::object(message.finish()));
}

Status index(RealmThread& thread, Value* arguments, Value& result) {
  Deque* deque = self_of(arguments);
  std::int64_t length = deque->length.load(std::memory_order_acquire);
  std::int64_t start = 0, stop = 0, place = 0;
  Status status = as_index(thread, arguments[2], start);
  if (status == Status::Ok) status = as_index(thread, arguments[3], stop);
  if (status == Status::Raised) return type_error(thread, "slice indices must be integers or have an __index__ method");
  if (status != Status::Ok) return status;
  if (start < 0) start = std::max<std::int64_t>(0, start + length);
  if (stop < 0) stop = std::max<std::int64_t>(0, stop + length);
  status = deque_find(thread, deque, arguments[1], start, stop, place);
  if (status != Status::Ok) return status;
  if (place < 0) return not_in_deque(thread, arguments[1]);
  result = make_int(thread, place);
  return Status::Ok;
}

Status insert(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t index = 0;
  Status status = as_index(thread, arguments[1], index);
  if (status != Status::Ok) return status;
  if (!deque_insert(thread, self_of(arguments), index, arguments[2])) {
    return raise(thread, ExceptionType::IndexError, "deque already at its maximum size");
  }
  return none(result);
}

template <bool (*take)(RealmThread&, Deque*, Value&)>
Status pop(RealmThread& thread, Value* arguments, Value& result) {
  if (take(thread, self_of(arguments), result)) return Status::Ok;
  return raise(thread, ExceptionType::IndexError, "pop from an empty deque");
}

Status remove(RealmThread& thread, Value* arguments, Value& result) {
  Deque* deque = self_of(arguments);
  for (;;) {
    std::int64_t place = 0;
    std::uint32_t version = 0;
    Status status = deque_find(thread, deque, arguments[1], 0, INT64_MAX, place, &version);
    if (status != Status::Ok) return status;
    if (place < 0) return not_in_deque(thread, arguments[1]);
    // Another thread may have been faster: then it is looked for again.
    if (deque_remove_at(thread, deque, place, &version)) return none(result);
  }
}

Status reverse(RealmThread& thread, Value* arguments, Value& result) {
  deque_reverse(thread, self_of(arguments));
  return none(result);
}

Status rotate(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t steps = 0;
  Status status = as_index(thread, arguments[1], steps);
  if (status != Status::Ok) return status;
  deque_rotate(thread, self_of(arguments), steps);
  return none(result);
}

Status reversed(RealmThread& thread, Value* arguments, Value& result) {
  result = make_deque_iterator(thread, self_of(arguments), true);
  return Status::Ok;
}

Status maxlen(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t length = self_of(arguments)->max_length;
  result = length < 0 ? Value::none() : make_int(thread, length);
  return Status::Ok;
}

Status in_library(RealmThread&, Value*, Value&) { return Status::Fallback; }

constexpr NativeDef kMethods[] = {
    {"__new__(cls, iterable=..., maxlen=None)", construct},
    {"__init__(self, iterable=..., maxlen=None)", init},
    {"append(self, item, /)", append},
    {"appendleft(self, item, /)", append_left},
    {"clear(self, /)", clear},
    {"copy(self, /)", copy},
    {"__copy__(self, /)", copy},
    {"count(self, value, /)", count},
    {"extend(self, iterable, /)", extend<false>},
    {"extendleft(self, iterable, /)", extend<true>},
    {"index(self, value, start=0, stop=9223372036854775807, /)", index},
    {"insert(self, index, value, /)", insert},
    {"pop(self, /)", pop<deque_pop>},
    {"popleft(self, /)", pop<deque_pop_left>},
    {"remove(self, value, /)", remove},
    {"reverse(self, /)", reverse},
    {"rotate(self, n=1, /)", rotate},
    {"__class_getitem__(cls, item, /)", in_library},
    {"__len__(self, /)", natives::len},
    {"__getitem__(self, index, /)", natives::getitem},
    {"__setitem__(self, key, value, /)", natives::setitem},
    {"__delitem__(self, key, /)", natives::delitem},
    {"__contains__(self, key, /)", natives::contains},
    {"__iter__(self, /)", natives::iter},
    {"__reversed__(self, /)", reversed},
    {"__repr__(self, /)", natives::repr},
    {"__eq__(self, value, /)", natives::compare<CompareOp::Eq>},
    {"__ne__(self, value, /)", natives::compare<CompareOp::Ne>},
    {"__lt__(self, value, /)", natives::compare<CompareOp::Lt>},
    {"__le__(self, value, /)", natives::compare<CompareOp::Le>},
    {"__gt__(self, value, /)", natives::compare<CompareOp::Gt>},
    {"__ge__(self, value, /)", natives::compare<CompareOp::Ge>},
    {"__add__(self, value, /)", natives::binary<BinaryOp::Add>},
    {"__iadd__(self, value, /)", natives::binary<BinaryOp::Add, true>},
    {"__mul__(self, value, /)", natives::binary<BinaryOp::Mul>},
    {"__rmul__(self, value, /)", natives::binary<BinaryOp::Mul>},
    {"__imul__(self, value, /)", natives::binary<BinaryOp::Mul, true>},
};
constexpr NativeDef kGetters[] = {{"maxlen(self, /)", maxlen}};

}  // namespace

Status deque_find(RealmThread& thread, Deque* deque, Value item, std::int64_t start, std::int64_t stop,
                  std::int64_t& place, std::uint32_t* version) {
  place = -1;
  std::vector<Value> items = deque_snapshot(thread, deque, version);
  stop = std::min(stop, static_cast<std::int64_t>(items.size()));
  for (std::int64_t i = start; i < stop; ++i) {
    bool same = false;
    Status status = equals(thread, items[static_cast<std::size_t>(i)], item, same);
    if (status != Status::Ok) return status;
    if (same) {
      place = i;
      break;
    }
  }
  return Status::Ok;
}

std::span<const NativeDef> deque_methods() { return kMethods; }
std::span<const NativeDef> deque_getters() { return kGetters; }

}  // namespace threadbook::python
