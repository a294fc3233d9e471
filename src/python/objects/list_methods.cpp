// list's methods, in the order of CPython's documentation of mutable sequences.
#include <algorithm>
#include <limits>

#include "python/objects/container_natives.h"
#include "python/objects/list_sort.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

List* self_of(Value* arguments) { return static_cast<List*>(arguments[0].as_object()); }

Status none(Value& result) {
  result = Value::none();
  return Status::Ok;
}

Status replace_all(RealmThread& thread, List* list, Value& iterable) {
  if (is_kind(iterable, Kind::List) && !may_override(thread, iterable)) {
    List* copy = list_part(thread, as_list(iterable), 0, SIZE_MAX);
    ObjectLock lock(list, thread.parallel);
    list->items.store(copy->items.load(std::memory_order_relaxed), std::memory_order_release);
    list->length.store(copy->length.load(std::memory_order_relaxed), std::memory_order_release);
    return Status::Ok;
  }
  natives::ArgumentItems source(iterable);
  Status status = source.collect(thread);
  if (status != Status::Ok) return status;
  list_replace(thread, list, 0, SIZE_MAX, source.items);
  return Status::Ok;
}

// `cls` is list itself: what a subclass adds is the interpreter's business.
Status construct(RealmThread& thread, Value* arguments, Value& result) {
  List* list = make_list(thread);
  if (!arguments[1].is_unbound()) {
    Status status = replace_all(thread, list, arguments[1]);
    if (status != Status::Ok) return status;
  }
  result = Value::object(list);
  return Status::Ok;
}

Status init(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  if (arguments[1].is_unbound()) {
    list_replace(thread, self_of(arguments), 0, SIZE_MAX, {});
    return Status::Ok;
  }
  return replace_all(thread, self_of(arguments), arguments[1]);
}

Status append(RealmThread& thread, Value* arguments, Value& result) {
  list_append(thread, self_of(arguments), arguments[1]);
  return none(result);
}

Status extend(RealmThread& thread, Value* arguments, Value& result) {
  if (List* other = as_list(arguments[1]); other != nullptr && !may_override(thread, arguments[1])) {
    list_extend(thread, self_of(arguments), other);
    return none(result);
  }
  std::vector<Value> items;
  Status status = collect(thread, arguments[1], items);
  if (status != Status::Ok) return status;
  list_extend(thread, self_of(arguments), items);
  return none(result);
}

// An index for insert and pop.
Status position_argument(RealmThread& thread, Value value, std::int64_t& out) {
  if (is_int(value) && !to_int64(value, out)) {
    return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
  }
  return as_index(thread, value, out);
}

Status insert(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t index = 0;
  Status status = position_argument(thread, arguments[1], index);
  if (status != Status::Ok) return status;
  list_insert(thread, self_of(arguments), index, arguments[2]);
  return none(result);
}

// The first place of `item` within [start, stop), or -1; `other`: what stands there.
Status find(RealmThread& thread, List* list, Value item, std::int64_t start, std::int64_t stop, std::int64_t& place,
            Value& other) {
  place = -1;
  for (std::int64_t i = start; i < stop && list_get(list, static_cast<std::size_t>(i), other); ++i) {
    bool same = false;
    Status status = equals(thread, other, item, same);
    if (status != Status::Ok) return status;
    if (same) {
      place = i;
      break;
    }
  }
  return Status::Ok;
}

Status remove(RealmThread& thread, Value* arguments, Value& result) {
  List* list = self_of(arguments);
  std::int64_t place = 0;
  Value found;
  for (;;) {
    // Searched as it is at one moment: what moves towards its beginning meanwhile would be passed over.
    List* searched = thread.parallel ? list_part(thread, list, 0, SIZE_MAX) : list;
    Status status = find(thread, searched, arguments[1], 0, std::numeric_limits<std::int64_t>::max(), place, found);
    if (status != Status::Ok) return status;
    if (place < 0) return raise(thread, ExceptionType::ValueError, "list.remove(x): x not in list");
    // If another thread has moved it meanwhile it is looked for again.
    if (list_pop_if(thread, list, static_cast<std::size_t>(place), found)) return none(result);
  }
}

Status pop(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t index = 0;
  Status status = position_argument(thread, arguments[1], index);
  if (status != Status::Ok) return status;
  List* list = self_of(arguments);
  bool is_empty = list->length.load(std::memory_order_acquire) == 0;
  result = list_pop(thread, list, index);
  if (!result.is_unbound()) return Status::Ok;
  return raise(thread, ExceptionType::IndexError, is_empty ? "pop from empty list" : "pop index out of range");
}

Status clear(RealmThread& thread, Value* arguments, Value& result) {
  list_replace(thread, self_of(arguments), 0, SIZE_MAX, {});
  return none(result);
}

Status index(RealmThread& thread, Value* arguments, Value& result) {
  List* list = self_of(arguments);
  std::int64_t length = list->length.load(std::memory_order_acquire);
  std::int64_t start = 0, stop = 0, place = 0;
  Status status = as_index(thread, arguments[2], start);
  if (status == Status::Ok) status = as_index(thread, arguments[3], stop);
  if (status != Status::Ok) {
    if (status == Status::Raised) {
      return type_error(thread, "slice indices must be integers or have an __index__ method");
    }
    return status;
  }
  if (start < 0) start = std::max<std::int64_t>(0, start + length);
  if (stop < 0) stop = std::max<std::int64_t>(0, stop + length);
  Value found;
  status = find(thread, list, arguments[1], start, stop, place, found);
  if (status != Status::Ok) return status;
  if (place >= 0) {
    result = make_int(thread, place);
    return Status::Ok;
  }
  StrBuilder message(thread);
  status = repr(thread, arguments[1], message);
  if (status != Status::Ok) return status;
  message.append_latin1(" is not in list");
  return raise_value(thread, ExceptionType::ValueError, Value::object(message.finish()));
}

Status count(RealmThread& thread, Value* arguments, Value& result) {
  List* list = self_of(arguments);
  std::int64_t total = 0;
  Value other;
  for (std::size_t i = 0; list_get(list, i, other); ++i) {
    bool same = false;
    Status status = equals(thread, other, arguments[1], same);
    if (status != Status::Ok) return status;
    total += same ? 1 : 0;
  }
  result = make_int(thread, total);
  return Status::Ok;
}

// Comparing such values looks at nothing else: no lock of another object, no Python.
bool is_plain(Value value) {
  if (!value.is_object()) return true;
  Kind kind = value.as_object()->kind;
  return kind == Kind::Str || kind == Kind::Bytes || kind == Kind::BigInt;
}

// Sorts in one step, as far as other threads can see. False, and nothing done, if that cannot be.
bool sort_at_once(RealmThread& thread, List* list, bool reverse, Status& status) {
  ObjectLock lock(list, thread.parallel);
  std::size_t length = list->length.load(std::memory_order_relaxed);
  std::vector<Value> items(length);
  Slot* slots = length == 0 ? nullptr : list->items.load(std::memory_order_relaxed)->slots;
  for (std::size_t i = 0; i < length; ++i) {
    items[i] = slots[i].load();
    if (!is_plain(items[i])) return false;
  }
  status = sort_values(thread, items, nullptr, reverse);
  if (status == Status::Ok) {
    for (std::size_t i = 0; i < length; ++i) slots[i].store(items[i]);
  }
  return true;
}

Status sort(RealmThread& thread, Value* arguments, Value& result) {
  if (!arguments[1].is_none()) return Status::Fallback;  // a key function
  if (!is_int(arguments[2])) return Status::Fallback;
  bool reverse = !numbers_equal(arguments[2], Value::small_int(0));
  List* list = self_of(arguments);
  Status status = Status::Ok;
  if (sort_at_once(thread, list, reverse, status)) return status == Status::Ok ? none(result) : status;
  // As in CPython the list is empty meanwhile.
  std::vector<Value> items = list_take_all(thread, list);
  const std::vector<Value> before = items;
  status = sort_values(thread, items, nullptr, reverse);
  const bool untouched = list_give_back(thread, list, status == Status::Ok ? items : before);
  if (status != Status::Ok) return status;
  return untouched ? none(result) : raise(thread, ExceptionType::ValueError, "list modified during sort");
}

Status reverse(RealmThread& thread, Value* arguments, Value& result) {
  List* list = self_of(arguments);
  ObjectLock lock(list, thread.parallel);
  std::size_t length = list->length.load(std::memory_order_relaxed);
  Array* items = list->items.load(std::memory_order_relaxed);
  for (std::size_t i = 0; i < length / 2; ++i) {
    Value low = items->slots[i].load();
    items->slots[i].store(items->slots[length - 1 - i].load());
    items->slots[length - 1 - i].store(low);
  }
  return none(result);
}

Status copy(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::object(list_part(thread, self_of(arguments), 0, SIZE_MAX));
  return Status::Ok;
}

Status reversed(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::object(make_iterator(thread, BuiltinClass::ListReverseIterator, IteratorKind::ListReverse,
                                       arguments[0], container_length(arguments[0]) - 1));
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, iterable=..., /)", construct},
    {"__init__(self, iterable=..., /)", init},
    {"append(self, object, /)", append},
    {"extend(self, iterable, /)", extend},
    {"insert(self, index, object, /)", insert},
    {"remove(self, value, /)", remove},
    {"pop(self, index=-1, /)", pop},
    {"clear(self, /)", clear},
    {"index(self, value, start=0, stop=9223372036854775807, /)", index},
    {"count(self, value, /)", count},
    {"sort(self, /, *, key=None, reverse=False)", sort},
    {"reverse(self, /)", reverse},
    {"copy(self, /)", copy},
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

}  // namespace

std::span<const NativeDef> list_methods() { return kMethods; }

}  // namespace threadbook::python
