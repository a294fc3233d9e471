#include "python/modules/itertools_module.h"

#include "python/objects/container_support.h"
#include "python/objects/methods.h"
#include "python/vm/calls.h"
#include "python/vm/instructions.h"
#include "python/vm/library_iterator.h"

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

// ---- all of them -------------------------------------------------------------------------------

Status in_library(RealmThread&, Value*, Value&) { return Status::Fallback; }

Status next_of(ThreadState& thread, Value* arguments, Value& result) {
  Iterator* iterator = self_of(arguments);
  if (iterator->iterator_kind() == IteratorKind::Wrapped) {
    if (thread.destination.action != ReturnAction::Store) return Status::Fallback;
    return send_to_generator(thread, iterator->source.load(), Value::none());
  }
  Status status = iterator_next(thread, arguments[0], result);
  if (status != Status::Ok || !result.is_unbound()) return status;
  return raise_stop_iteration(thread);
}

Status iter_of(RealmThread&, Value* arguments, Value& result) {
  result = arguments[0];
  return Status::Ok;
}

// _wrap(cls, *recipe): an iterator of `cls` that does what the generator function and the arguments in `recipe` do.
Status wrap(ThreadState& thread, Value* arguments, Value& result) {
  Generator* cursor = nullptr;
  Status status = first_cursor(thread, as_tuple(arguments[1]), cursor);
  if (status != Status::Ok) return status;
  result = Value::object(
      make_itertools_iterator(thread, as_class(arguments[0]), IteratorKind::Wrapped, Value::object(cursor)));
  return Status::Ok;
}

// _tee_next(iterator, link): the next item into a link of tee (library/itertools.py), if nobody has asked for
// it. True: it is there; False: there is none; None: Python must ask, and others are told to keep out.
Status tee_next(RealmThread& thread, Value* arguments, Value& result) {
  const Value empty[] = {Value::none(), Value::none()};
  List* following = make_list(thread, empty);
  List* link = as_list(arguments[1]);
  ObjectLock lock(link, thread.parallel);
  Slot* slots = link->items.load(std::memory_order_relaxed)->slots;
  result = Value::boolean(true);
  if (!slots[1].load().is_none()) return Status::Ok;
  if (!slots[0].load().is_none()) {
    return raise(thread, ExceptionType::RuntimeError, "cannot re-enter the tee iterator");
  }
  Value item;
  Status status = iterator_next(thread, arguments[0], item);
  if (status == Status::Raised) return status;
  if (status == Status::Fallback) {
    slots[0].store(Value::boolean(true));
    result = Value::none();
  } else if (item.is_unbound()) {
    result = Value::boolean(false);
  } else {
    slots[0].store(item);
    slots[1].store(Value::object(following));
  }
  return Status::Ok;
}

// The next iterable of a chain (library/itertools.py), as an iterator in `result`. None if there is none, or asking
// for it is Python's business; or iter() of it: then it is put into `source`.
Status begin_next(RealmThread& thread, List* source, Value& result) {
  Value iterables, iterable;
  result = Value::none();
  if (!list_get(source, 0, iterables) || !is_kind(iterables, Kind::Iterator)) return Status::Ok;
  Status status = iterator_next(thread, iterables, iterable);
  if (status == Status::Fallback || (status == Status::Ok && iterable.is_unbound())) return Status::Ok;
  if (status == Status::Ok) status = get_iter(thread, iterable, result);
  if (status == Status::Fallback) {
    list_append(thread, source, iterable);
    result = Value::none();
    return Status::Ok;
  }
  if (status == Status::Raised) list_replace(thread, source, 0, SIZE_MAX, {});
  return status;
}

// _following(source, active, ended): what a chain goes through once `ended`, the first of `active`, has given
// everything; what is the first now, if another thread has seen that before. As begin_next() otherwise.
Status following(RealmThread& thread, Value* arguments, Value& result) {
  List* active = as_list(arguments[1]);
  ObjectLock lock(active, thread.parallel);
  Slot* slots = active->items.load(std::memory_order_relaxed)->slots;
  const std::uint32_t length = active->length.load(std::memory_order_relaxed);
  result = slots[0].load();
  if (result != arguments[2]) return Status::Ok;
  if (length == 1) {
    // Under the lock, so that nobody else begins another one meanwhile.
    Status status = begin_next(thread, as_list(arguments[0]), result);
    if (status == Status::Ok && !result.is_none()) slots[0].store(result);
    return status;
  }
  for (std::uint32_t i = 1; i < length; ++i) slots[i - 1].store(slots[i].load());
  slots[length - 1].store(Value::unbound());
  active->length.store(length - 1, std::memory_order_release);
  result = slots[0].load();
  return Status::Ok;
}

constexpr NativeDef kEvery[] = {
    {"__iter__(self, /)", iter_of},
    {"__next__(self, /)", native<next_of>},
};
constexpr NativeDef kCount[] = {{"__new__(cls, start=0, step=1)", count_new}, {"__repr__(self, /)", count_repr}};
constexpr NativeDef kRepeat[] = {{"__new__(cls, object, times=...)", repeat_new},
                                 {"__repr__(self, /)", repeat_repr},
                                 {"__length_hint__(self, /)", repeat_length_hint}};
constexpr NativeDef kCycle[] = {{"__new__(cls, iterable, /)", cycle_new}};
constexpr NativeDef kChain[] = {{"__new__(cls, /, *iterables)", in_library},
                                {"from_iterable(cls, iterable, /)", in_library}};
constexpr NativeDef kAccumulate[] = {{"__new__(cls, iterable, func=None, *, initial=None)", in_library}};
constexpr NativeDef kBatched[] = {{"__new__(cls, iterable, n, *, strict=False)", in_library}};
constexpr NativeDef kCompress[] = {{"__new__(cls, data, selectors)", in_library}};
constexpr NativeDef kPredicate[] = {{"__new__(cls, function, iterable, /)", in_library}};
constexpr NativeDef kGroupBy[] = {{"__new__(cls, iterable, key=None)", in_library}};
constexpr NativeDef kSlice[] = {{"__new__(cls, /, *args)", in_library}};
constexpr NativeDef kPairwise[] = {{"__new__(cls, iterable, /)", in_library}};
constexpr NativeDef kZipLongest[] = {{"__new__(cls, /, *iterables, fillvalue=None)", in_library}};
constexpr NativeDef kTee[] = {{"__new__(cls, iterable, /)", in_library}};
constexpr NativeDef kFunctions[] = {{"_wrap(cls, /, *recipe)", native<wrap>},
                                    {"_tee_next(iterator, link, /)", tee_next},
                                    {"_following(source, active, ended, /)", following}};

}  // namespace

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
    default: return next_combination(thread, iterator, out);
  }
}

void fill_itertools(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  struct Entry {
    std::string_view name;
    std::span<const NativeDef> methods;
  };
  const Entry kClasses[] = {
      {"accumulate", kAccumulate},
      {"batched", kBatched},
      {"chain", kChain},
      {"combinations", combinations_methods()},
      {"combinations_with_replacement", combinations_with_replacement_methods()},
      {"compress", kCompress},
      {"count", kCount},
      {"cycle", kCycle},
      {"dropwhile", kPredicate},
      {"filterfalse", kPredicate},
      {"groupby", kGroupBy},
      {"_grouper", {}},
      {"islice", kSlice},
      {"pairwise", kPairwise},
      {"permutations", permutations_methods()},
      {"product", product_methods()},
      {"repeat", kRepeat},
      {"starmap", kPredicate},
      {"takewhile", kPredicate},
      {"_tee", kTee},
      {"zip_longest", kZipLongest},
  };
  Str* name = interpreter.intern("itertools");
  for (const Entry& entry : kClasses) {
    Class* cls = interpreter.classes.make_native(thread, name, entry.name, Kind::Iterator);
    interpreter.natives.add_methods(thread, cls, kEvery);
    interpreter.natives.add_methods(thread, cls, entry.methods);
    module.names->set(thread, cls->name, Value::object(cls));
  }
  interpreter.natives.add_functions(thread, *module.names, kFunctions, module.name);
}

}  // namespace threadbook::python
