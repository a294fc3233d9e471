// iter(), next(), reversed() and the builtin iterators, enumerate and zip among them.
//
// An Iterator that threads share without the GIL never breaks anything, but two threads may be
// given the same item of a sequence: its position is read and written in two steps, as in CPython's
// free-threaded build (README.md beside this file).
#include <limits>

#include "python/objects/container_support.h"
#include "python/objects/itertools_iterators.h"
#include "python/objects/live_dict.h"
#include "python/objects/methods.h"
#include "python/objects/text_values.h"

namespace threadbook::python {

namespace {

// enumerate(zip(enumerate(…))) steps itself by recursion: nested deeper, generators take over.
constexpr std::int64_t kMaxIteratorDepth = 20;

std::int64_t get(const std::atomic<std::int64_t>& field) { return field.load(std::memory_order_relaxed); }
void put(std::atomic<std::int64_t>& field, std::int64_t value) { field.store(value, std::memory_order_relaxed); }

Status finish(Iterator* iterator, Value& out) {
  iterator->source.store(Value::none());
  out = Value::unbound();
  return Status::Ok;
}

// A dict iterator's `remaining`: the dict's size, and how many items are left.
std::int64_t dict_state(std::uint32_t size) {
  return static_cast<std::int64_t>(std::uint64_t{size} | std::uint64_t{size} << 32);
}

Value pair_of(RealmThread& thread, Value a, Value b) {
  Tuple* pair = make_tuple(thread, 2);
  pair->items[0] = a;
  pair->items[1] = b;
  return Value::object(pair);
}

Value dict_part(RealmThread& thread, int part, Value key, Value value) {
  return part == 0 ? key : part == 1 ? value : pair_of(thread, key, value);
}

// The newest entry before `position`, which moves onto it.
bool dict_previous(RealmThread& thread, Dict* dict, std::int64_t& position, Value& key, Value& value) {
  ObjectLock lock(dict, thread.parallel);
  DictTable* table = dict->table;
  if (table == nullptr) return false;
  position = std::min<std::int64_t>(position, table->count);
  while (position > 0) {
    const DictEntry& entry = table->entries[--position];
    if (entry.key.is_unbound()) continue;
    key = entry.key;
    value = entry.value;
    return true;
  }
  return false;
}

// The iterators of dict, set and deque notice that these have changed by counting, so a step of theirs is one
// step for other threads too: two that counted at once would see a change that was none.
Status next_of_dict(RealmThread& thread, Iterator* iterator, Dict* dict, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  std::int64_t state = get(iterator->remaining);
  auto size = static_cast<std::uint32_t>(state);
  if (dict->used.load(std::memory_order_relaxed) != size) {
    put(iterator->remaining, state | UINT32_MAX);  // no dict is that large: it stays an error
    return raise(thread, ExceptionType::RuntimeError, "dictionary changed size during iteration");
  }
  Value key, value;
  IteratorKind kind = iterator->iterator_kind();
  bool found;
  std::int64_t position = get(iterator->position);
  if (kind == IteratorKind::ReversedDict) {
    found = dict_previous(thread, dict, position, key, value);
  } else if (!thread.parallel && dict->table != nullptr) {
    DictTable* table = dict->table;
    position = std::max<std::int64_t>(position, table->first);
    while (position < table->count && table->entries[position].key.is_unbound()) ++position;
    found = position < table->count;
    if (found) {
      key = table->entries[position].key;
      value = table->entries[position].value;
      ++position;
    }
  } else {
    auto entry = static_cast<std::uint32_t>(position);
    found = dict_next(thread, dict, entry, key, value);
    position = entry;
  }
  if (!found) return finish(iterator, out);
  if (static_cast<std::uint64_t>(state) >> 32 == 0) {
    iterator->source.store(Value::none());
    return raise(thread, ExceptionType::RuntimeError, "dictionary keys changed during iteration");
  }
  int part = kind == IteratorKind::ReversedDict ? static_cast<int>(iterator->step)
                                                : static_cast<int>(kind) - static_cast<int>(IteratorKind::DictKeys);
  out = dict_part(thread, part, key, value);
  put(iterator->position, position);
  put(iterator->remaining, state - (std::int64_t{1} << 32));
  return Status::Ok;
}

Status next_of_set(RealmThread& thread, Iterator* iterator, Set* set, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  if (set->used.load(std::memory_order_relaxed) != get(iterator->remaining)) {
    put(iterator->remaining, -1);
    return raise(thread, ExceptionType::RuntimeError, "Set changed size during iteration");
  }
  auto position = static_cast<std::uint32_t>(get(iterator->position));
  if (!set_next(thread, set, position, out)) return finish(iterator, out);
  put(iterator->position, position);
  return Status::Ok;
}

Value text_at(RealmThread& thread, Value text, std::int64_t index) {
  if (Str* str = as_str(text)) return Value::object(make_char(thread, str->at(static_cast<std::size_t>(index))));
  return Value::small_int(static_cast<unsigned char>(as_bytes(text)->data[index]));
}

std::int64_t sequence_length(Value sequence) {
  if (Tuple* tuple = as_tuple(sequence)) return tuple->length;
  return text_length(sequence);
}

Status next_of_zip(RealmThread& thread, Iterator* iterator, Tuple* sources, Value& out) {
  Tuple* row = make_tuple(thread, sources->length);
  for (std::uint32_t i = 0; i < sources->length; ++i) {
    Value item;
    Status status = iterator_next(thread, sources->items[i], item);
    if (status != Status::Ok) return status;
    if (!item.is_unbound()) {
      row->items[i] = item;
      continue;
    }
    bool strict = get(iterator->position) != 0;
    finish(iterator, out);
    if (!strict) return Status::Ok;
    auto plural = [](std::uint32_t n) { return n == 1 ? std::string(" ") : text("s 1-"); };
    if (i > 0) {
      return raise(
          thread, ExceptionType::ValueError,
          text("zip() argument ", std::to_string(i + 1), " is shorter than argument", plural(i), std::to_string(i)));
    }
    for (std::uint32_t k = 1; k < sources->length; ++k) {
      status = iterator_next(thread, sources->items[k], item);
      if (status != Status::Ok) return status;
      if (!item.is_unbound()) {
        return raise(
            thread, ExceptionType::ValueError,
            text("zip() argument ", std::to_string(k + 1), " is longer than argument", plural(k), std::to_string(k)));
      }
    }
    return Status::Ok;
  }
  if (sources->length == 0) return finish(iterator, out);
  out = Value::object(row);
  return Status::Ok;
}

Iterator* as_iterator(Value value) {
  return is_kind(value, Kind::Iterator) ? static_cast<Iterator*>(value.as_object()) : nullptr;
}

// The deque may be read only as long as it has the version it had at first.
Status next_of_deque(RealmThread& thread, Iterator* iterator, Deque* deque, Value& out) {
  ObjectLock lock(iterator, thread.parallel);
  std::int64_t left = get(iterator->remaining);
  auto version = static_cast<std::uint32_t>(iterator->step);
  if (deque->version.load(std::memory_order_relaxed) == version && left == 0) return finish(iterator, out);
  std::int64_t position = get(iterator->position);
  std::int64_t index = iterator->iterator_kind() == IteratorKind::Deque ? position : left - 1;
  if (left == 0 || !deque_get_unchanged(thread, deque, version, index, out)) {
    put(iterator->remaining, 0);
    return raise(thread, ExceptionType::RuntimeError, "deque mutated during iteration");
  }
  put(iterator->position, position + 1);
  put(iterator->remaining, left - 1);
  return Status::Ok;
}

bool is_exact_class(RealmThread& thread, Value cls, BuiltinClass id) { return as_class(cls) == thread.realm.cls(id); }

Status enumerate_new(RealmThread& thread, Value* arguments, Value& result) {
  std::int64_t start = 0;
  if (!is_exact_class(thread, arguments[0], BuiltinClass::Enumerate)) return Status::Fallback;
  if (!arguments[2].is_unbound()) {
    if (!is_int(arguments[2])) {
      std::int64_t ignored = 0;
      return as_index(thread, arguments[2], ignored);
    }
    if (!to_int64(arguments[2], start)) return Status::Fallback;
  }
  if (start > std::numeric_limits<std::int64_t>::max() / 2) return Status::Fallback;
  Iterator* source = nullptr;
  Status status = native_iterator(thread, arguments[1], source);
  if (status != Status::Ok) return status;
  result = Value::object(make_iterator(thread, BuiltinClass::Enumerate, IteratorKind::Enumerate, Value::object(source),
                                       start, 0, nesting_of(source) + 1));
  return Status::Ok;
}

Status zip_new(RealmThread& thread, Value* arguments, Value& result) {
  if (!is_exact_class(thread, arguments[0], BuiltinClass::Zip)) return Status::Fallback;
  bool strict = false;
  Status status = truth(thread, arguments[1], strict);
  if (status != Status::Ok) return status;
  Tuple* sources = as_tuple(arguments[2]);
  Tuple* iterators = make_tuple(thread, sources->length);
  std::int64_t depth = 0;
  for (std::uint32_t i = 0; i < sources->length; ++i) {
    Iterator* source = nullptr;
    status = native_iterator(thread, sources->items[i], source);
    if (status == Status::Raised && thread.realm.cls(ExceptionType::TypeError) == class_of(thread, thread.exception)) {
      return type_error(thread, text("'", type_name(thread, sources->items[i]), "' object is not iterable"));
    }
    if (status != Status::Ok) return status;
    iterators->items[i] = Value::object(source);
    depth = std::max(depth, nesting_of(source));
  }
  result = Value::object(make_iterator(thread, BuiltinClass::Zip, IteratorKind::Zip, Value::object(iterators),
                                       strict ? 1 : 0, 0, depth + 1));
  return Status::Ok;
}

// map and filter call Python: library code makes them.
Status in_library(RealmThread&, Value*, Value&) { return Status::Fallback; }

Status reversed_new(RealmThread& thread, Value* arguments, Value& result) {
  return get_reversed(thread, arguments[1], result);
}

Status iter_of(RealmThread&, Value* arguments, Value& result) {
  result = arguments[0];
  return Status::Ok;
}

Status next_of(RealmThread& thread, Value* arguments, Value& result) {
  if (as_iterator(arguments[0]) == nullptr) return Status::Fallback;
  Status status = iterator_next(thread, arguments[0], result);
  if (status != Status::Ok || !result.is_unbound()) return status;
  thread.exception =
      Value::object(make_exception(thread, thread.realm.cls(ExceptionType::StopIteration), make_tuple(thread, 0)));
  return Status::Raised;
}

Status length_hint(RealmThread& thread, Value* arguments, Value& result) {
  Iterator* iterator = as_iterator(arguments[0]);
  if (iterator == nullptr) return Status::Fallback;
  Value source = iterator->source.load();
  std::int64_t position = get(iterator->position);
  std::int64_t hint = 0;
  if (!source.is_none()) {
    switch (iterator->iterator_kind()) {
      case IteratorKind::List: hint = container_length(source) - position; break;
      case IteratorKind::Tuple:
      case IteratorKind::Str:
      case IteratorKind::Bytes: hint = sequence_length(source) - position; break;
      case IteratorKind::ListReverse:
      case IteratorKind::SequenceReverse: hint = position + 1; break;
      case IteratorKind::Range: hint = get(iterator->remaining); break;
      case IteratorKind::LongRange: hint = get(iterator->remaining) - position; break;
      case IteratorKind::DictKeys:
      case IteratorKind::DictValues:
      case IteratorKind::DictItems:
      case IteratorKind::ReversedDict: hint = get(iterator->remaining) >> 32; break;
      case IteratorKind::Deque:
      case IteratorKind::ReversedDeque:
      case IteratorKind::Set: hint = get(iterator->remaining); break;
      default: break;
    }
  }
  result = make_int(thread, std::max<std::int64_t>(hint, 0));
  return Status::Ok;
}

constexpr NativeDef kIteratorMethods[] = {
    {"__iter__(self, /)", iter_of},
    {"__next__(self, /)", next_of},
    {"__length_hint__(self, /)", length_hint},
};
constexpr NativeDef kEnumerateMethods[] = {{"__new__(cls, iterable, start=...)", enumerate_new}};
constexpr NativeDef kZipMethods[] = {{"__new__(cls, *iterables, strict=False)", zip_new}};
constexpr NativeDef kMapMethods[] = {{"__new__(cls, /, *args)", in_library}};
constexpr NativeDef kFilterMethods[] = {{"__new__(cls, function, iterable, /)", in_library}};
constexpr NativeDef kReversedMethods[] = {{"__new__(cls, sequence, /)", reversed_new}};

// Fallback if the value's class has `name` (or, for iteration, __getitem__) written in Python.
bool has_python_method(RealmThread& thread, Value value, const Str* name) { return overridden(thread, value, name); }

}  // namespace

std::int64_t nesting_of(const Iterator* iterator) {
  switch (iterator->iterator_kind()) {
    case IteratorKind::Enumerate:
    case IteratorKind::Zip:
    case IteratorKind::Cycle:
    case IteratorKind::Slice:
    case IteratorKind::Pairwise: return iterator->step;
    default: return 0;
  }
}

Status native_iterator(RealmThread& thread, Value value, Iterator*& out) {
  Value iterator;
  Status status = get_iter(thread, value, iterator);
  if (status != Status::Ok) return status;
  out = as_iterator(iterator);
  if (out == nullptr || out->iterator_kind() == IteratorKind::Wrapped) return Status::Fallback;
  return nesting_of(out) >= kMaxIteratorDepth ? Status::Fallback : Status::Ok;
}

Iterator* make_iterator(RealmThread& thread, BuiltinClass cls, IteratorKind kind, Value source, std::int64_t position,
                        std::int64_t remaining, std::int64_t step) {
  Iterator* iterator = thread.heap.make<Iterator>(Kind::Iterator, thread.realm.shape(cls), 0);
  iterator->flags = static_cast<std::uint8_t>(kind);
  iterator->source.initialize(source);
  put(iterator->position, position);
  put(iterator->remaining, remaining);
  iterator->step = step;
  return iterator;
}

Value make_deque_iterator(RealmThread& thread, Deque* deque, bool reversed) {
  ObjectLock lock(deque, thread.parallel);
  return Value::object(
      make_iterator(thread, reversed ? BuiltinClass::DequeReverseIterator : BuiltinClass::DequeIterator,
                    reversed ? IteratorKind::ReversedDeque : IteratorKind::Deque, Value::object(deque), 0,
                    deque->length.load(std::memory_order_relaxed), deque->version.load(std::memory_order_relaxed)));
}

Status container_iter(RealmThread& thread, Value value, Value& out) {
  value = unbox(value);
  auto make = [&](BuiltinClass cls, IteratorKind kind, std::int64_t remaining = 0) {
    out = Value::object(make_iterator(thread, cls, kind, value, 0, remaining));
    return Status::Ok;
  };
  if (!value.is_object()) return type_error_of(thread, value, "is not iterable");
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::List: return make(BuiltinClass::ListIterator, IteratorKind::List);
    case Kind::Tuple: return make(BuiltinClass::TupleIterator, IteratorKind::Tuple);
    case Kind::Str: return make(BuiltinClass::StrIterator, IteratorKind::Str);
    case Kind::Bytes: return make(BuiltinClass::BytesIterator, IteratorKind::Bytes);
    case Kind::Range: out = range_iter(thread, static_cast<Range*>(object), false); return Status::Ok;
    case Kind::Dict:
      live_refresh(thread, static_cast<Dict*>(object));
      return make(BuiltinClass::DictKeyIterator, IteratorKind::DictKeys,
                  dict_state(static_cast<Dict*>(object)->used.load(std::memory_order_relaxed)));
    case Kind::Deque: out = make_deque_iterator(thread, static_cast<Deque*>(object), false); return Status::Ok;
    case Kind::Set:
      return make(BuiltinClass::SetIterator, IteratorKind::Set,
                  static_cast<Set*>(object)->used.load(std::memory_order_relaxed));
    case Kind::DictView: {
      auto* view = static_cast<DictView*>(object);
      auto kind = static_cast<IteratorKind>(view->flags);
      BuiltinClass cls = kind == IteratorKind::DictKeys     ? BuiltinClass::DictKeyIterator
                         : kind == IteratorKind::DictValues ? BuiltinClass::DictValueIterator
                                                            : BuiltinClass::DictItemIterator;
      value = Value::object(view->dict);
      live_refresh(thread, view->dict);
      return make(cls, kind, dict_state(view->dict->used.load(std::memory_order_relaxed)));
    }
    default: return type_error_of(thread, value, "is not iterable");
  }
}

Status get_iter(RealmThread& thread, Value value, Value& out) {
  if (value.is_object()) {
    Object* object = value.as_object();
    if (object->kind == Kind::Iterator) {
      auto* iterator = static_cast<Iterator*>(object);
      out = iterator->iterator_kind() == IteratorKind::Wrapped ? iterator->source.load() : value;
      return Status::Ok;
    }
    if (object->kind == Kind::Generator) {
      out = value;
      return Status::Ok;
    }
    if (may_override(thread, value)) {
      const WellKnownNames& names = thread.realm.names;
      Cell* method = thread.lookup(class_of(thread, value), names.iter);
      if (method != nullptr && !is_kind(method->value.load(), Kind::NativeFunction)) return Status::Fallback;
      if (method == nullptr && has_python_method(thread, value, names.getitem)) return Status::Fallback;
    }
  }
  return container_iter(thread, value, out);
}

Status iterator_next(RealmThread& thread, Value value, Value& out) {
  Iterator* iterator = as_iterator(value);
  if (iterator == nullptr) return Status::Fallback;
  IteratorKind kind = iterator->iterator_kind();
  if (kind == IteratorKind::Range) {
    std::int64_t remaining = get(iterator->remaining);
    if (remaining <= 0) {
      out = Value::unbound();
      return Status::Ok;
    }
    std::int64_t current = get(iterator->position);
    put(iterator->remaining, remaining - 1);
    put(iterator->position,
        static_cast<std::int64_t>(static_cast<std::uint64_t>(current) + static_cast<std::uint64_t>(iterator->step)));
    out = Value::fits_small_int(current) ? Value::small_int(current) : make_int(thread, current);
    return Status::Ok;
  }
  Value source = iterator->source.load();
  if (source.is_none()) {
    out = Value::unbound();
    return Status::Ok;
  }
  std::int64_t position = get(iterator->position);
  switch (kind) {
    case IteratorKind::List:
      if (!list_get(as_list(source), static_cast<std::size_t>(position), out)) return finish(iterator, out);
      put(iterator->position, position + 1);
      return Status::Ok;
    case IteratorKind::ListReverse:
      if (position < 0 || !list_get(as_list(source), static_cast<std::size_t>(position), out)) {
        return finish(iterator, out);
      }
      put(iterator->position, position - 1);
      return Status::Ok;
    case IteratorKind::Tuple: {
      auto* tuple = static_cast<Tuple*>(source.as_object());
      if (position >= tuple->length) return finish(iterator, out);
      out = tuple->items[position];
      put(iterator->position, position + 1);
      return Status::Ok;
    }
    case IteratorKind::Str: {
      auto* str = static_cast<Str*>(source.as_object());
      if (position >= str->length) return finish(iterator, out);
      out = Value::object(make_char(thread, str->at(static_cast<std::size_t>(position))));
      put(iterator->position, position + 1);
      return Status::Ok;
    }
    case IteratorKind::Bytes:
      if (position >= text_length(source)) return finish(iterator, out);
      out = text_at(thread, source, position);
      put(iterator->position, position + 1);
      return Status::Ok;
    case IteratorKind::SequenceReverse:
      if (position < 0) return finish(iterator, out);
      out = is_kind(source, Kind::Tuple) ? static_cast<Tuple*>(source.as_object())->items[position]
                                         : text_at(thread, source, position);
      put(iterator->position, position - 1);
      return Status::Ok;
    case IteratorKind::LongRange: {
      auto* range = static_cast<Range*>(source.as_object());
      if (position >= get(iterator->remaining)) return finish(iterator, out);
      out = range_at(thread, range, position);
      put(iterator->position, position + 1);
      return Status::Ok;
    }
    case IteratorKind::DictKeys:
    case IteratorKind::DictValues:
    case IteratorKind::DictItems:
    case IteratorKind::ReversedDict: return next_of_dict(thread, iterator, as_dict(source), out);
    case IteratorKind::Deque:
    case IteratorKind::ReversedDeque: return next_of_deque(thread, iterator, as_deque(source), out);
    case IteratorKind::Set: return next_of_set(thread, iterator, as_set(source), out);
    case IteratorKind::Enumerate: {
      Value item;
      Status status = iterator_next(thread, source, item);
      if (status != Status::Ok) return status;
      if (item.is_unbound()) return finish(iterator, out);
      put(iterator->position, position + 1);
      out = pair_of(thread, make_int(thread, position), item);
      return Status::Ok;
    }
    case IteratorKind::Zip: return next_of_zip(thread, iterator, static_cast<Tuple*>(source.as_object()), out);
    case IteratorKind::Wrapped: return Status::Fallback;
    default: return itertools_next(thread, iterator, out);
  }
}

Status collect(RealmThread& thread, Value iterable, std::vector<Value>& out) {
  Value iterator;
  if (is_container(iterable) && !overridden(thread, iterable, thread.realm.names.iter)) {
    container_collect(thread, iterable, out);
    return Status::Ok;
  }
  Status status = get_iter(thread, iterable, iterator);
  if (status != Status::Ok) return status;
  if (as_iterator(iterator) == nullptr || as_iterator(iterator)->iterator_kind() == IteratorKind::Wrapped) {
    return Status::Fallback;
  }
  for (;;) {
    Value item;
    status = iterator_next(thread, iterator, item);
    if (status != Status::Ok) return status;
    if (item.is_unbound()) return Status::Ok;
    if ((out.size() & 0xFFFF) == 0) require_values(thread, out.size());
    out.push_back(item);
  }
}

Status get_reversed(RealmThread& thread, Value value, Value& out) {
  if (may_override(thread, value)) {
    const WellKnownNames& names = thread.realm.names;
    Cell* method = thread.lookup(class_of(thread, value), names.reversed);
    if (method != nullptr && !is_kind(method->value.load(), Kind::NativeFunction)) return Status::Fallback;
    if (method == nullptr && has_python_method(thread, value, names.getitem)) return Status::Fallback;
  }
  Value source = unbox(value);
  auto dict_iterator = [&](Dict* dict, int part) {
    live_refresh(thread, dict);
    constexpr BuiltinClass kClasses[] = {BuiltinClass::DictReverseKeyIterator, BuiltinClass::DictReverseValueIterator,
                                         BuiltinClass::DictReverseItemIterator};
    out = Value::object(make_iterator(thread, kClasses[part], IteratorKind::ReversedDict, Value::object(dict),
                                      std::numeric_limits<std::int64_t>::max(),
                                      dict_state(dict->used.load(std::memory_order_relaxed)), part));
    return Status::Ok;
  };
  if (source.is_object()) {
    Object* object = source.as_object();
    switch (object->kind) {
      case Kind::List:
        out = Value::object(make_iterator(thread, BuiltinClass::ListReverseIterator, IteratorKind::ListReverse, source,
                                          container_length(source) - 1));
        return Status::Ok;
      case Kind::Tuple:
      case Kind::Str:
      case Kind::Bytes:
        out = Value::object(make_iterator(thread, BuiltinClass::Reversed, IteratorKind::SequenceReverse, source,
                                          sequence_length(source) - 1));
        return Status::Ok;
      case Kind::Range: out = range_iter(thread, static_cast<Range*>(object), true); return Status::Ok;
      case Kind::Deque: out = make_deque_iterator(thread, static_cast<Deque*>(object), true); return Status::Ok;
      case Kind::Dict: return dict_iterator(static_cast<Dict*>(object), 0);
      case Kind::DictView: {
        auto* view = static_cast<DictView*>(object);
        return dict_iterator(view->dict, view->flags - static_cast<int>(IteratorKind::DictKeys));
      }
      default: break;
    }
  }
  return type_error_of(thread, value, "is not reversible");
}

std::span<const NativeDef> iterator_methods() { return kIteratorMethods; }
std::span<const NativeDef> enumerate_methods() { return kEnumerateMethods; }
std::span<const NativeDef> zip_methods() { return kZipMethods; }
std::span<const NativeDef> map_methods() { return kMapMethods; }
std::span<const NativeDef> filter_methods() { return kFilterMethods; }
std::span<const NativeDef> reversed_methods() { return kReversedMethods; }

}  // namespace threadbook::python
