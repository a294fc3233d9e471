// dict's constructor and methods, in the order of CPython's documentation.
#include "python/objects/container_natives.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Dict* self_of(Value* arguments) { return static_cast<Dict*>(arguments[0].as_object()); }

// Entries that are about to be put into a dict.
using Entries = std::vector<DictEntry>;

// The two items of a pair in dict([...]), which is element number `number`.
Status take_pair(RealmThread& thread, Value element, std::size_t number, Value& key, Value& value) {
  Tuple* tuple = is_kind(element, Kind::Tuple) ? as_tuple(element) : nullptr;
  if (tuple != nullptr && tuple->length == 2) {
    key = tuple->items[0];
    value = tuple->items[1];
    return Status::Ok;
  }
  if (is_kind(element, Kind::Iterator)) return Status::Fallback;
  std::vector<Value> parts;
  Value ignored;
  Status status = get_iter(thread, element, ignored);
  if (status == Status::Raised) {
    return type_error(
        thread, text("cannot convert dictionary update sequence element #", std::to_string(number), " to a sequence"));
  }
  if (status == Status::Ok) status = collect(thread, element, parts);
  if (status != Status::Ok) return status;
  if (parts.size() != 2) {
    return raise(thread, ExceptionType::ValueError,
                 text("dictionary update sequence element #", std::to_string(number), " has length ",
                      std::to_string(parts.size()), "; 2 is required"));
  }
  key = parts[0];
  value = parts[1];
  return Status::Ok;
}

// Pairs as dict(source) and dict.update(source) take them.
Status read_pairs(RealmThread& thread, natives::ArgumentItems& pairs, Entries& entries) {
  Status status = pairs.collect(thread);
  if (status != Status::Ok) return status;
  entries.reserve(pairs.items.size());
  for (std::size_t i = 0; i < pairs.items.size(); ++i) {
    DictEntry entry{};
    status = take_pair(thread, pairs.items[i], i, entry.key, entry.value);
    if (status == Status::Ok) status = hash_value(thread, entry.key, entry.hash);
    if (status != Status::Ok) return pairs.pass(thread, status);
    entries.push_back(entry);
  }
  return Status::Ok;
}

// `cls` is dict itself: what a subclass adds is the interpreter's business.
Status construct(RealmThread& thread, Value* arguments, Value& result) {
  Dict* source = may_override(thread, arguments[1]) ? nullptr : as_dict(arguments[1]);
  Dict* dict = source != nullptr ? dict_copy(thread, source) : make_dict(thread);
  result = Value::object(dict);
  Value rest = source != nullptr ? Value::unbound() : arguments[1];
  Status status = dict_update(thread, dict, rest, arguments[2]);
  if (status == Status::Fallback && source == nullptr) arguments[1] = rest;
  return status;
}

Status init(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return dict_update(thread, self_of(arguments), arguments[1], arguments[2]);
}

// A key of a method: its hash, TypeError or Fallback.
Status with_hash(RealmThread& thread, Value key, std::uint64_t& hash) { return hash_value(thread, key, hash); }

Status get(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = with_hash(thread, arguments[1], hash);
  if (status != Status::Ok) return status;
  Lookup found = dict_get(thread, self_of(arguments), arguments[1], hash, result);
  if (found == Lookup::Absent) result = arguments[2];
  return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

Status setdefault(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = with_hash(thread, arguments[1], hash);
  if (status != Status::Ok) return status;
  Lookup found = dict_set_default(thread, self_of(arguments), arguments[1], hash, arguments[2], result);
  return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

Status pop(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = with_hash(thread, arguments[1], hash);
  if (status != Status::Ok) return status;
  Lookup found = dict_delete(thread, self_of(arguments), arguments[1], hash, result);
  if (found == Lookup::NeedsPython) return Status::Fallback;
  if (found == Lookup::Absent) {
    if (arguments[2].is_unbound()) return raise_value(thread, ExceptionType::KeyError, arguments[1]);
    result = arguments[2];
  }
  return Status::Ok;
}

Status popitem(RealmThread& thread, Value* arguments, Value& result) {
  Tuple* pair = make_tuple(thread, 2);
  if (!dict_pop_last(thread, self_of(arguments), pair->items[0], pair->items[1])) {
    return raise(thread, ExceptionType::KeyError, "popitem(): dictionary is empty");
  }
  result = Value::object(pair);
  return Status::Ok;
}

Status update_method(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return dict_update(thread, self_of(arguments), arguments[1], arguments[2]);
}

Status clear(RealmThread& thread, Value* arguments, Value& result) {
  dict_clear(thread, self_of(arguments));
  result = Value::none();
  return Status::Ok;
}

Status copy(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::object(dict_copy(thread, self_of(arguments)));
  return Status::Ok;
}

template <IteratorKind kind>
Status view(RealmThread& thread, Value* arguments, Value& result) {
  result = make_dict_view(thread, self_of(arguments), kind);
  return Status::Ok;
}

Status fromkeys(RealmThread& thread, Value* arguments, Value& result) {
  if (as_class(arguments[0]) != thread.realm.cls(BuiltinClass::Dict)) return Status::Fallback;
  natives::ArgumentItems keys(arguments[1]);
  Status status = keys.collect(thread);
  if (status != Status::Ok) return status;
  Entries entries;
  entries.reserve(keys.items.size());
  for (Value key : keys.items) {
    DictEntry entry{0, key, arguments[2]};
    status = hash_value(thread, key, entry.hash);
    if (status != Status::Ok) return keys.pass(thread, status);
    entries.push_back(entry);
  }
  Dict* dict = make_dict(thread, static_cast<std::uint32_t>(entries.size()));
  result = Value::object(dict);
  return keys.pass(thread, dict_put_all(thread, dict, entries));
}

Status reversed(RealmThread& thread, Value* arguments, Value& result) {
  Dict* dict = self_of(arguments);
  std::uint64_t size = dict->used.load(std::memory_order_relaxed);
  result = Value::object(make_iterator(thread, BuiltinClass::DictReverseKeyIterator, IteratorKind::ReversedDict,
                                       arguments[0], INT64_MAX, static_cast<std::int64_t>(size | size << 32), 0));
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls, iterable=..., /, **kwargs)", construct},
    {"__init__(self, iterable=..., /, **kwargs)", init},
    {"get(self, key, default=None, /)", get},
    {"setdefault(self, key, default=None, /)", setdefault},
    {"pop(self, key, default=..., /)", pop},
    {"popitem(self, /)", popitem},
    {"update(self, iterable=..., /, **kwargs)", update_method},
    {"keys(self, /)", view<IteratorKind::DictKeys>},
    {"values(self, /)", view<IteratorKind::DictValues>},
    {"items(self, /)", view<IteratorKind::DictItems>},
    {"clear(self, /)", clear},
    {"copy(self, /)", copy},
    {"fromkeys(cls, iterable, value=None, /)", fromkeys},
    {"__len__(self, /)", natives::len},
    {"__getitem__(self, key, /)", natives::getitem},
    {"__setitem__(self, key, value, /)", natives::setitem},
    {"__delitem__(self, key, /)", natives::delitem},
    {"__contains__(self, key, /)", natives::contains},
    {"__iter__(self, /)", natives::iter},
    {"__reversed__(self, /)", reversed},
    {"__repr__(self, /)", natives::repr},
    {"__eq__(self, value, /)", natives::compare<CompareOp::Eq>},
    {"__ne__(self, value, /)", natives::compare<CompareOp::Ne>},
    {"__or__(self, value, /)", natives::binary<BinaryOp::Or>},
    {"__ror__(self, value, /)", natives::reflected<BinaryOp::Or>},
    {"__ior__(self, value, /)", natives::binary<BinaryOp::Or, true>},
};

}  // namespace

// The source and the keywords are one step each, as in CPython.
Status dict_update(RealmThread& thread, Dict* dict, Value& source, Value keywords) {
  natives::ArgumentItems pairs(source);
  Status status = Status::Ok;
  if (!source.is_unbound()) {
    const bool mine = may_override(thread, source);
    // Anything with keys() is a mapping.
    if (mine && overrides(thread, source, thread.realm.intern("keys"))) return Status::Fallback;
    if (Dict* other = as_dict(source)) {
      if (mine && overrides(thread, source, thread.realm.names.iter)) return Status::Fallback;
      status = dict_merge(thread, dict, other);
    } else {
      Entries entries;
      status = read_pairs(thread, pairs, entries);
      if (status == Status::Ok) status = pairs.pass(thread, dict_put_all(thread, dict, entries));
    }
  }
  if (Dict* more = as_dict(keywords); status == Status::Ok && more != nullptr) {
    status = pairs.pass(thread, dict_merge(thread, dict, more));
  }
  return status;
}

std::span<const NativeDef> dict_methods() { return kMethods; }

}  // namespace threadbook::python
