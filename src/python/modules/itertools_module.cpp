#include "python/modules/itertools_module.h"

#include "python/objects/container_support.h"
#include "python/objects/itertools_iterators.h"
#include "python/vm/calls.h"
#include "python/vm/instructions.h"
#include "python/vm/library_iterator.h"

namespace threadbook::python {

namespace {

Iterator* self_of(Value* arguments) { return static_cast<Iterator*>(arguments[0].as_object()); }

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
constexpr NativeDef kChain[] = {{"__new__(cls, /, *iterables)", in_library},
                                {"from_iterable(cls, iterable, /)", in_library}};
constexpr NativeDef kAccumulate[] = {{"__new__(cls, iterable, func=None, *, initial=None)", in_library}};
constexpr NativeDef kBatched[] = {{"__new__(cls, iterable, n, *, strict=False)", in_library}};
constexpr NativeDef kCompress[] = {{"__new__(cls, data, selectors)", in_library}};
constexpr NativeDef kPredicate[] = {{"__new__(cls, function, iterable, /)", in_library}};
constexpr NativeDef kGroupBy[] = {{"__new__(cls, iterable, key=None)", in_library}};
constexpr NativeDef kZipLongest[] = {{"__new__(cls, /, *iterables, fillvalue=None)", in_library}};
constexpr NativeDef kTee[] = {{"__new__(cls, iterable, /)", in_library}};
constexpr NativeDef kFunctions[] = {{"_wrap(cls, /, *recipe)", native<wrap>},
                                    {"_tee_next(iterator, link, /)", tee_next},
                                    {"_following(source, active, ended, /)", following}};

}  // namespace

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
      {"count", count_methods()},
      {"cycle", cycle_methods()},
      {"dropwhile", kPredicate},
      {"filterfalse", kPredicate},
      {"groupby", kGroupBy},
      {"_grouper", {}},
      {"islice", islice_methods()},
      {"pairwise", pairwise_methods()},
      {"permutations", permutations_methods()},
      {"product", product_methods()},
      {"repeat", repeat_methods()},
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
