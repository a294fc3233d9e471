#include "python/objects/itertools_iterators.h"

#include "python/objects/container_support.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Iterator* self_of(Value* arguments) { return static_cast<Iterator*>(arguments[0].as_object()); }

std::int64_t get(const std::atomic<std::int64_t>& field) { return field.load(std::memory_order_relaxed); }
void put(std::atomic<std::int64_t>& field, std::int64_t value) { field.store(value, std::memory_order_relaxed); }

Value pair_of(RealmThread& thread, Value a, Value b) {
  const Value parts[] = {a, b};
  return Value::object(make_tuple(thread, parts));
}

// ---- count -------------------------------------------------------------------------------------

Status count_new(RealmThread& thread, Value* arguments, Value& result) {
  for (int i : {1, 2}) {
    if (is_number(arguments[i])) continue;
    if (!may_override(thread, arguments[i])) return type_error(thread, "a number is required");
    return Status::Fallback;
  }
  Value start = unbox(arguments[1]), step = unbox(arguments[2]);
  if (start.is_bool()) start = Value::small_int(start.is_true() ? 1 : 0);
  bool plain = start.is_small_int() && step.is_small_int();
  Iterator* iterator = make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Count,
                                               plain ? Value::boolean(true) : pair_of(thread, start, step));
  if (plain) {
    put(iterator->position, start.as_small_int());
    iterator->step = step.as_small_int();
  }
  result = Value::object(iterator);
  return Status::Ok;
}

Status next_count(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  Tuple* state = as_tuple(iterator->source.load());
  if (state == nullptr) {
    std::int64_t value = get(iterator->position);
    out = make_int(thread, value);
    std::int64_t next = value + iterator->step;  // both are small: no overflow
    if (Value::fits_small_int(next)) {
      put(iterator->position, next);
    } else {
      iterator->source.store(pair_of(thread, make_int(thread, next), make_int(thread, iterator->step)));
    }
    return Status::Ok;
  }
  Value next;
  Status status = binary_op(thread, BinaryOp::Add, state->items[0], state->items[1], false, next);
  if (status != Status::Ok) return status;
  out = state->items[0];
  iterator->source.store(pair_of(thread, next, state->items[1]));
  return Status::Ok;
}

Status count_repr(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* iterator = self_of(arguments);
  if (iterator->iterator_kind() != IteratorKind::Count) return Status::Fallback;
  Tuple* state = as_tuple(iterator->source.load());
  Value value = state == nullptr ? make_int(thread, get(iterator->position)) : state->items[0];
  Value step = state == nullptr ? make_int(thread, iterator->step) : state->items[1];
  StrBuilder out(thread);
  out.append_latin1("count(");
  Status status = repr(thread, value, out);
  if (status == Status::Ok && step != Value::small_int(1)) {
    out.append_latin1(", ");
    status = repr(thread, step, out);
  }
  out.append_latin1(")");
  result = Value::object(out.finish());
  return status;
}

// ---- repeat ------------------------------------------------------------------------------------

Status repeat_new(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t times = 0;
  if (!arguments[2].is_unbound()) {
    if (is_int(arguments[2]) && !to_int64(arguments[2], times)) {
      return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
    }
    Status status = as_index(thread, arguments[2], times);
    if (status != Status::Ok) return status;
  }
  Value source = Value::object(python::make_tuple(thread, std::span<const Value>(arguments + 1, 1)));
  Iterator* iterator = make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Repeat, source);
  put(iterator->remaining, std::max<std::int64_t>(times, 0));
  iterator->step = arguments[2].is_unbound() ? 0 : 1;
  result = Value::object(iterator);
  return Status::Ok;
}

Status next_repeat(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  out = Value::unbound();
  if (iterator->step != 0) {
    std::int64_t left = get(iterator->remaining);
    if (left == 0) return Status::Ok;
    put(iterator->remaining, left - 1);
  }
  out = as_tuple(iterator->source.load())->items[0];
  return Status::Ok;
}

Status repeat_repr(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* iterator = self_of(arguments);
  StrBuilder out(thread);
  out.append_latin1("repeat(");
  Status status = repr(thread, as_tuple(iterator->source.load())->items[0], out);
  if (iterator->step != 0) out.append_latin1(text(", ", std::to_string(get(iterator->remaining))));
  out.append_latin1(")");
  result = Value::object(out.finish());
  return status;
}

Status repeat_length_hint(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* iterator = self_of(arguments);
  if (iterator->step == 0) return type_error(thread, "len() of unsized object");
  result = make_int(thread, get(iterator->remaining));
  return Status::Ok;
}

// ---- cycle -------------------------------------------------------------------------------------

Status cycle_new(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* source = nullptr;
  Status status = native_iterator(thread, arguments[1], source);
  if (status != Status::Ok) return status;
  List* state = make_list(thread, 8);
  list_append(thread, state, Value::object(source));
  Iterator* iterator =
      make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Cycle, Value::object(state));
  put(iterator->position, 1);
  iterator->step = nesting_of(source) + 1;
  result = Value::object(iterator);
  return Status::Ok;
}

Status next_cycle(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  List* state = as_list(iterator->source.load());
  Value inner;
  list_get(state, 0, inner);
  if (!inner.is_none()) {
    Status status = iterator_next(thread, inner, out);
    if (status != Status::Ok) return status;
    if (!out.is_unbound()) {
      list_append(thread, state, out);
      return Status::Ok;
    }
    list_set(thread, state, 0, Value::none());
  }
  std::int64_t length = state->length.load(std::memory_order_relaxed);
  out = Value::unbound();
  if (length == 1) return Status::Ok;
  std::int64_t position = get(iterator->position);
  list_get(state, static_cast<std::size_t>(position), out);
  put(iterator->position, position + 1 < length ? position + 1 : 1);
  return Status::Ok;
}

// ---- islice ------------------------------------------------------------------------------------

// A bound as almost everybody writes it: None, which leaves `out`, or a small int of at least `least`.
bool plain_bound(Value value, std::int64_t least, std::int64_t& out) {
  if (value.is_none()) return true;
  if (!value.is_small_int() || value.as_small_int() < least) return false;
  out = value.as_small_int();
  return true;
}

// Anything but plain bounds is for library code to look at, and so is an iterable that needs Python.
Status islice_new(RealmThread& thread, Value* arguments, Value& result) {
  const std::span<const Value> given = as_tuple(arguments[1])->view();
  std::int64_t start = 0, stop = std::int64_t{1} << 62, step = 1;
  bool plain = false;
  if (given.size() == 2) plain = plain_bound(given[1], 0, stop);
  if (given.size() == 3 || given.size() == 4) {
    plain = plain_bound(given[1], 0, start) && plain_bound(given[2], 0, stop) &&
            (given.size() == 3 || plain_bound(given[3], 1, step));
  }
  if (!plain || start > kLongLoop || step > kLongLoop) return Status::Fallback;
  Iterator* source = nullptr;
  Status status = native_iterator(thread, given[0], source);
  if (status != Status::Ok) return status;
  const std::int64_t count = stop > start ? (stop - start - 1) / step + 1 : 0;
  const std::int64_t rest = count > 0 ? stop - (start + (count - 1) * step + 1) : start;
  const Value parts[] = {Value::object(source), Value::small_int(step - 1), Value::small_int(rest)};
  Iterator* iterator = make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Slice,
                                               Value::object(make_tuple(thread, parts)));
  put(iterator->position, count > 0 ? start : rest);
  put(iterator->remaining, count);
  iterator->step = nesting_of(source) + 1;
  result = Value::object(iterator);
  return Status::Ok;
}

Status next_slice(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  out = Value::unbound();
  Tuple* state = as_tuple(iterator->source.load());
  if (state == nullptr) return Status::Ok;
  const std::int64_t wanted = get(iterator->remaining);
  for (std::int64_t left = get(iterator->position) + (wanted > 0 ? 1 : 0); left > 0; --left) {
    Status status = iterator_next(thread, state->items[0], out);
    if (status == Status::Ok && !out.is_unbound()) continue;
    iterator->source.store(Value::none());
    return status;
  }
  if (wanted == 0) {
    iterator->source.store(Value::none());
    out = Value::unbound();
    return Status::Ok;
  }
  put(iterator->remaining, wanted - 1);
  put(iterator->position, state->items[wanted > 1 ? 1 : 2].as_small_int());
  return Status::Ok;
}

// ---- pairwise ----------------------------------------------------------------------------------

Status pairwise_new(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* source = nullptr;
  Status status = native_iterator(thread, arguments[1], source);
  if (status != Status::Ok) return status;
  Array* state = make_array(thread, 2);
  state->slots[0].initialize(Value::object(source));
  Iterator* iterator =
      make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Pairwise, Value::object(state));
  iterator->step = nesting_of(source) + 1;
  result = Value::object(iterator);
  return Status::Ok;
}

Status next_pairwise(RealmThread& thread, Iterator* iterator, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  out = Value::unbound();
  const Value source = iterator->source.load();
  if (source.is_none()) return Status::Ok;
  Slot* slots = static_cast<Array*>(source.as_object())->slots;
  Value first = slots[1].load(), second;
  Status status = Status::Ok;
  if (first.is_unbound()) {
    status = iterator_next(thread, slots[0].load(), first);
    slots[1].store(first);
  }
  if (status == Status::Ok && !first.is_unbound()) status = iterator_next(thread, slots[0].load(), second);
  if (status != Status::Ok || second.is_unbound()) {
    iterator->source.store(Value::none());
    return status;
  }
  slots[1].store(second);
  out = pair_of(thread, first, second);
  return Status::Ok;
}

constexpr NativeDef kCount[] = {{"__new__(cls, start=0, step=1)", count_new}, {"__repr__(self, /)", count_repr}};
constexpr NativeDef kRepeat[] = {{"__new__(cls, object, times=...)", repeat_new},
                                 {"__repr__(self, /)", repeat_repr},
                                 {"__length_hint__(self, /)", repeat_length_hint}};
constexpr NativeDef kCycle[] = {{"__new__(cls, iterable, /)", cycle_new}};
constexpr NativeDef kSlice[] = {{"__new__(cls, /, *args)", islice_new}};
constexpr NativeDef kPairwise[] = {{"__new__(cls, iterable, /)", pairwise_new}};

}  // namespace

std::span<const NativeDef> count_methods() { return kCount; }
std::span<const NativeDef> repeat_methods() { return kRepeat; }
std::span<const NativeDef> cycle_methods() { return kCycle; }
std::span<const NativeDef> islice_methods() { return kSlice; }
std::span<const NativeDef> pairwise_methods() { return kPairwise; }

Iterator* make_itertools_iterator(RealmThread& thread, Class* cls, IteratorKind kind, Value source) {
  Iterator* iterator = thread.heap.make<Iterator>(Kind::Iterator, cls->root_shape->id, 0);
  iterator->flags = static_cast<std::uint8_t>(kind);
  iterator->source.initialize(source);
  put(iterator->position, 0);
  put(iterator->remaining, 0);
  iterator->step = 0;
  return iterator;
}

Status itertools_next(RealmThread& thread, Iterator* iterator, Value& out) {
  switch (iterator->iterator_kind()) {
    case IteratorKind::Count: return next_count(thread, iterator, out);
    case IteratorKind::Repeat: return next_repeat(thread, iterator, out);
    case IteratorKind::Cycle: return next_cycle(thread, iterator, out);
    case IteratorKind::Slice: return next_slice(thread, iterator, out);
    case IteratorKind::Pairwise: return next_pairwise(thread, iterator, out);
    default: return next_combination(thread, iterator, out);
  }
}

}  // namespace threadbook::python
