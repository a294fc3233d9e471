#include "python/modules/engine_module.h"

#include "python/modules/waiting.h"
#include "python/objects/container_natives.h"
#include "python/objects/list_sort.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/library_iterator.h"
#include "python/vm/output.h"
#include "python/vm/traceback.h"

namespace threadbook::python {

namespace {

Status none(Value& result) {
  result = Value::none();
  return Status::Ok;
}
Status boolean(bool value, Value& result) {
  result = Value::boolean(value);
  return Status::Ok;
}
Status list_of(ThreadState& thread, const std::vector<Value>& items, Value& result) {
  result = Value::object(make_list(thread, items));
  return Status::Ok;
}

// hash() as Python shows it, back to the bits.
std::uint64_t hash_bits(Value hash) {
  std::int64_t bits = 0;
  to_int64(hash, bits);
  return static_cast<std::uint64_t>(bits);
}
std::size_t count_of(Value count) {
  std::int64_t n = 0;
  to_int64(count, n);
  return static_cast<std::size_t>(n);
}

// lookup(cls, name): the attribute of a class along its mro, not bound; None if there is none.
Status lookup(ThreadState& thread, Value* arguments, Value& result) {
  Cell* cell = thread.lookup(as_class(arguments[0]), thread.interpreter.intern(as_str(arguments[1])));
  result = cell == nullptr ? Value::none() : cell->value.load();
  if (result.is_unbound()) result = Value::none();
  return Status::Ok;
}

// is_native(function): written in C++?
Status is_native(ThreadState&, Value* arguments, Value& result) {
  return boolean(is_kind(arguments[0], Kind::NativeFunction), result);
}

// subtype(a, b): is the class a derived from b, whatever __subclasscheck__ says?
Status subtype(ThreadState&, Value* arguments, Value& result) {
  return boolean(as_class(arguments[0])->derives_from(as_class(arguments[1])), result);
}

// layout(cls): the builtin class whose representation the instances have.
Status layout(ThreadState&, Value* arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  while (!cls->has(Class::kBuiltin)) cls = cls->base;
  result = Value::object(cls);
  return Status::Ok;
}

// new_object(cls): an instance without attributes. adopt(cls, value): a new plain value becomes an
// instance of the subclass `cls`.
Status new_object(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::object(make_instance(thread, as_class(arguments[0])));
  return Status::Ok;
}
Status adopt(ThreadState& thread, Value* arguments, Value& result) {
  result = arguments[1];
  adopt_class(thread, as_class(arguments[0]), result);
  return Status::Ok;
}

// ---- dict and set, for keys with an __eq__ in Python -------------------------------------------

Status dict_candidates(ThreadState& thread, Value* arguments, Value& result) {
  return list_of(thread, python::dict_candidates(thread, as_dict(arguments[0]), hash_bits(arguments[1])), result);
}
// (dict, key, hash, default)
Status dict_get_identical(ThreadState& thread, Value* arguments, Value& result) {
  result = python::dict_get_identical(thread, as_dict(arguments[0]), arguments[1], hash_bits(arguments[2]));
  if (result.is_unbound()) result = arguments[3];
  return Status::Ok;
}
Status dict_set_identical(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(
      python::dict_set_identical(thread, as_dict(arguments[0]), arguments[1], hash_bits(arguments[2]), arguments[3]),
      result);
}
Status dict_delete_identical(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(python::dict_delete_identical(thread, as_dict(arguments[0]), arguments[1], hash_bits(arguments[2])),
                 result);
}
// (dict, key, hash, value, candidates)
Status dict_add_if(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(python::dict_add_if(thread, as_dict(arguments[0]), arguments[1], hash_bits(arguments[2]), arguments[3],
                                     count_of(arguments[4])),
                 result);
}
Status set_candidates(ThreadState& thread, Value* arguments, Value& result) {
  return list_of(thread, python::set_candidates(thread, as_set(arguments[0]), hash_bits(arguments[1])), result);
}
Status set_add_if(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(
      python::set_add_if(thread, as_set(arguments[0]), arguments[1], hash_bits(arguments[2]), count_of(arguments[3])),
      result);
}
Status set_discard_identical(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(python::set_discard_identical(thread, as_set(arguments[0]), arguments[1], hash_bits(arguments[2])),
                 result);
}
Status set_clear(ThreadState& thread, Value* arguments, Value& result) {
  python::set_clear(thread, as_set(arguments[0]));
  return none(result);
}
// is_frozen(set): a frozenset or an instance of a subclass?
Status is_frozen_set(ThreadState&, Value* arguments, Value& result) {
  return boolean(is_frozen(as_set(arguments[0])), result);
}

// ---- containers as such, past what a subclass overrides ----------------------------------------

// items_of(container): its items at this moment, a list.
Status items_of(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  container_collect(thread, arguments[0], items);
  return list_of(thread, items, result);
}
// entries_of(dict): its keys and values in turn, a list.
Status entries_of(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<Value> items;
  for (const DictEntry& entry : dict_snapshot(thread, as_dict(arguments[0]))) {
    items.push_back(entry.key);
    items.push_back(entry.value);
  }
  return list_of(thread, items, result);
}
// view_dict(view): the dict it shows.
Status view_dict(ThreadState&, Value* arguments, Value& result) {
  result = Value::object(static_cast<DictView*>(arguments[0].as_object())->dict);
  return Status::Ok;
}
Status raw_get(ThreadState& thread, Value* arguments, Value& result) {
  return container_get_item(thread, arguments[0], arguments[1], result);
}
Status raw_set(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_set_item(thread, arguments[0], arguments[1], arguments[2]);
}
Status raw_delete(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::none();
  return container_delete_item(thread, arguments[0], arguments[1]);
}

// combine_hashes(list): hash() of the tuple of items that have these hashes.
Status combine_hashes(ThreadState& thread, Value* arguments, Value& result) {
  std::vector<std::uint64_t> hashes;
  for (Value item : list_snapshot(thread, as_list(arguments[0]))) hashes.push_back(hash_bits(item));
  result = make_int(thread, static_cast<std::int64_t>(tuple_hash(hashes)));
  return Status::Ok;
}

// ---- iteration ---------------------------------------------------------------------------------

// wrap_iterator(cls, *recipe): an iterator of the builtin class `cls` that does what the generator function and
// the arguments in `recipe` do (vm/library_iterator.h).
Status wrap_iterator(ThreadState& thread, Value* arguments, Value& result) {
  static constexpr std::pair<std::string_view, BuiltinClass> kClasses[] = {
      {"map", BuiltinClass::Map},
      {"filter", BuiltinClass::Filter},
      {"zip", BuiltinClass::Zip},
      {"enumerate", BuiltinClass::Enumerate},
      {"reversed", BuiltinClass::Reversed},
      {"iterator", BuiltinClass::SequenceIterator},
      {"callable_iterator", BuiltinClass::CallableIterator},
  };
  std::string name = as_str(arguments[0])->to_utf8();
  for (auto [known, cls] : kClasses) {
    if (known == name) {
      Generator* cursor = nullptr;
      Status status = first_cursor(thread, as_tuple(arguments[1]), cursor);
      if (status == Status::Ok) {
        result = Value::object(make_iterator(thread, cls, IteratorKind::Wrapped, Value::object(cursor)));
      }
      return status;
    }
  }
  return raise(thread, ExceptionType::ValueError, text("no such iterator: ", name));
}

// unwrap_iterator(iterator): the generator within, or what was given.
Status unwrap_iterator(ThreadState&, Value* arguments, Value& result) {
  result = arguments[0];
  if (is_kind(result, Kind::Iterator)) {
    auto* iterator = static_cast<Iterator*>(result.as_object());
    if (iterator->iterator_kind() == IteratorKind::Wrapped) result = iterator->source.load();
  }
  return Status::Ok;
}

// For what library iterators remember between two items (vm/library_iterator.h):
// exchange(list, value): puts `value` in the place of the first item, which it gives.
Status exchange(ThreadState& thread, Value* arguments, Value& result) {
  List* list = as_list(arguments[0]);
  ObjectLock lock(list, thread.parallel);
  if (!list_get(list, 0, result)) return raise(thread, ExceptionType::IndexError, "exchange: an empty list");
  list->items.load(std::memory_order_relaxed)->slots[0].store(arguments[1]);
  return Status::Ok;
}

// replace(list, old, value): puts `value` in the place of the first item if that is `old` itself. Was it?
Status replace(ThreadState& thread, Value* arguments, Value& result) {
  List* list = as_list(arguments[0]);
  ObjectLock lock(list, thread.parallel);
  Value first;
  if (!list_get(list, 0, first) || first != arguments[1]) return boolean(false, result);
  list->items.load(std::memory_order_relaxed)->slots[0].store(arguments[2]);
  return boolean(true, result);
}

// drop(list, item): takes the first item out that is `item` itself. Was there one?
Status drop(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(list_drop(thread, as_list(arguments[0]), arguments[1]), result);
}

// sort_by_keys(keys, values, reverse): sorts the two lists together; False, and nothing done, if a
// __lt__ is written in Python.
Status sort_by_keys(ThreadState& thread, Value* arguments, Value& result) {
  List* key_list = as_list(arguments[0]);
  List* value_list = as_list(arguments[1]);
  std::vector<Value> keys = list_snapshot(thread, key_list);
  std::vector<Value> values = list_snapshot(thread, value_list);
  Status status = sort_values(thread, keys, &values, arguments[2].is_true());
  if (status == Status::Raised) return status;
  if (status == Status::Ok) {
    list_replace(thread, key_list, 0, SIZE_MAX, keys);
    list_replace(thread, value_list, 0, SIZE_MAX, values);
  }
  return boolean(status == Status::Ok, result);
}

// take_all(list), give_back(list, items): list_take_all() and list_give_back().
Status take_all(ThreadState& thread, Value* arguments, Value& result) {
  result = Value::object(make_list(thread, list_take_all(thread, as_list(arguments[0]))));
  return Status::Ok;
}
Status give_back(ThreadState& thread, Value* arguments, Value& result) {
  return boolean(list_give_back(thread, as_list(arguments[0]), list_snapshot(thread, as_list(arguments[1]))), result);
}

// ---- other -------------------------------------------------------------------------------------

// write(stream, text): 1 is the output, 2 the error output.
Status write(ThreadState& thread, Value* arguments, Value& result) {
  Stream stream = arguments[0] == Value::small_int(2) ? Stream::Err : Stream::Out;
  return write_output(thread, stream, as_str(arguments[1])->to_utf8(), result);
}

// stream_of(file): 1 or 2 if print(file=file) writes to the run's own output, else the file to write
// to; None for sys.stdout while that is None.
Status stream_of(ThreadState& thread, Value* arguments, Value& result) {
  const WellKnownNames& names = thread.interpreter.names;
  result = arguments[0];
  Module* sys = thread.interpreter.sys.load(std::memory_order_acquire);
  if (sys == nullptr) {
    if (result.is_none()) result = Value::small_int(1);
    return Status::Ok;
  }
  if (result.is_none()) result = sys->names->get(names.stdout_);
  if (result == sys->names->get(names.original_stdout)) result = Value::small_int(1);
  if (result == sys->names->get(names.original_stderr)) result = Value::small_int(2);
  if (result.is_unbound()) return raise(thread, ExceptionType::RuntimeError, "lost sys.stdout");
  return Status::Ok;
}

// serve(function, name): what the builtin function or method called so falls back on, for modules that
// are not always there; without `name`, its own. Answers the function, so it can be a decorator.
Status serve(ThreadState& thread, Value* arguments, Value& result) {
  Interpreter& interpreter = thread.interpreter;
  result = arguments[0];
  auto* function = static_cast<Function*>(result.as_object());
  Str* name = as_str(arguments[1].is_none() ? function->name.load() : arguments[1]);
  interpreter.library->names->set(thread, interpreter.intern(name), result);
  return Status::Ok;
}

// traceback_here(): of one entry, where the program is; None if it is nowhere.
Status traceback_here(ThreadState& thread, Value*, Value& result) {
  result = python::traceback_here(thread);
  return Status::Ok;
}

// thread_number(): a number no other thread of the run has.
Status thread_number(ThreadState& thread, Value*, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(thread.thread->serial()));
  return Status::Ok;
}

// set_builtin(name, value): a builtin that is library code.
Status set_builtin(ThreadState& thread, Value* arguments, Value& result) {
  thread.interpreter.builtins.set(thread, thread.interpreter.intern(as_str(arguments[0])), arguments[1]);
  return none(result);
}

constexpr NativeDef kFunctions[] = {
    {"lookup(cls, name, /)", native<lookup>},
    {"is_native(function, /)", native<is_native>},
    {"subtype(a, b, /)", native<subtype>},
    {"layout(cls, /)", native<layout>},
    {"new_object(cls, /)", native<new_object>},
    {"adopt(cls, value, /)", native<adopt>},
    {"dict_candidates(dict, hash, /)", native<dict_candidates>},
    {"dict_get_identical(dict, key, hash, default, /)", native<dict_get_identical>},
    {"dict_set_identical(dict, key, hash, value, /)", native<dict_set_identical>},
    {"dict_delete_identical(dict, key, hash, /)", native<dict_delete_identical>},
    {"dict_add_if(dict, key, hash, value, candidates, /)", native<dict_add_if>},
    {"set_candidates(set, hash, /)", native<set_candidates>},
    {"set_add_if(set, key, hash, candidates, /)", native<set_add_if>},
    {"set_discard_identical(set, key, hash, /)", native<set_discard_identical>},
    {"set_clear(set, /)", native<set_clear>},
    {"is_frozen(set, /)", native<is_frozen_set>},
    {"items_of(container, /)", native<items_of>},
    {"entries_of(dict, /)", native<entries_of>},
    {"view_dict(view, /)", native<view_dict>},
    {"raw_get(container, key, /)", native<raw_get>},
    {"raw_set(container, key, value, /)", native<raw_set>},
    {"raw_delete(container, key, /)", native<raw_delete>},
    {"combine_hashes(hashes, /)", native<combine_hashes>},
    {"wrap_iterator(name, /, *recipe)", native<wrap_iterator>},
    {"unwrap_iterator(iterator, /)", native<unwrap_iterator>},
    {"exchange(list, value, /)", native<exchange>},
    {"replace(list, old, value, /)", native<replace>},
    {"drop(list, item, /)", native<drop>},
    {"take_all(list, /)", native<take_all>},
    {"give_back(list, items, /)", native<give_back>},
    {"sort_by_keys(keys, values, reverse, /)", native<sort_by_keys>},
    {"write(stream, text, /)", native<write>},
    {"stream_of(file, /)", native<stream_of>},
    {"serve(function, name=None, /)", native<serve>},
    {"set_builtin(name, value, /)", native<set_builtin>},
    {"traceback_here()", native<traceback_here>},
    {"thread_number()", native<thread_number>},
};

}  // namespace

std::span<const NativeDef> engine_functions() { return kFunctions; }

}  // namespace threadbook::python
