// The methods of set and frozenset. They take any iterable where the operators take sets only.
#include "python/objects/container_natives.h"
#include "python/objects/methods.h"

namespace threadbook::python {

namespace {

Set* self_of(Value* arguments) { return static_cast<Set*>(arguments[0].as_object()); }

Status none(Value& result) {
  result = Value::none();
  return Status::Ok;
}

// The items of an argument, with their hashes, in its order, as they are at one moment. A set's or dict's bring
// their hashes along. If Python must take over, an iterator's items are kept for it.
class HashedItems {
 public:
  explicit HashedItems(Value& argument) : argument_(argument), source_(argument) {}

  Status read(RealmThread& thread) {
    if (!may_override(thread, argument_)) {
      if (Set* set = as_set(argument_)) {
        items = set_snapshot(thread, set);
        return Status::Ok;
      }
      if (Dict* dict = as_dict(argument_)) {
        for (const DictEntry& entry : dict_snapshot(thread, dict)) items.push_back({entry.hash, entry.key});
        return Status::Ok;
      }
    }
    Status status = source_.collect(thread);
    if (status != Status::Ok) return status;
    items.reserve(source_.items.size());
    for (Value item : source_.items) {
      std::uint64_t hash = 0;
      status = hash_value(thread, item, hash);
      if (status != Status::Ok) return source_.pass(thread, status);
      items.push_back({hash, item});
    }
    return Status::Ok;
  }
  Status pass(RealmThread& thread, Status status) { return source_.pass(thread, status); }

  std::vector<SetEntry> items;

 private:
  Value& argument_;
  natives::ArgumentItems source_;
};

// The argument, if it is a set or frozenset whose items are its own business.
Set* plain_set(RealmThread& thread, Value argument) {
  return may_override(thread, argument) ? nullptr : as_set(argument);
}

// set.update(argument): adding again what is there already does nothing, so giving up half way and
// starting anew in Python is the same as doing it once.
Status add_all(RealmThread& thread, Set* set, Value& argument) {
  if (Set* other = plain_set(thread, argument)) return set_merge(thread, set, other);
  HashedItems source(argument);
  Status status = source.read(thread);
  if (status != Status::Ok) return status;
  bool is_dict = as_dict(argument) != nullptr && !may_override(thread, argument);
  return source.pass(thread, set_add_all(thread, set, source.items, is_dict));
}

// A set (or frozenset) of the items of `argument`; the argument itself if it is a set already.
Status as_set_argument(RealmThread& thread, Value& argument, Set*& out) {
  out = plain_set(thread, argument);
  if (out != nullptr) return Status::Ok;
  out = make_set(thread, false);
  return add_all(thread, out, argument);
}

// *others, one after the other. `combine(argument)` may replace its argument; then the tuple that a
// fallback will see is replaced too.
template <class Combine>
Status for_each_other(RealmThread& thread, Value& others, Combine combine) {
  std::vector<Value> all;
  for (Value other : as_tuple(others)->view()) all.push_back(other);
  for (Value& other : all) {
    Status status = combine(other);
    if (status != Status::Ok) {
      if (status == Status::Fallback) others = Value::object(python::make_tuple(thread, all));
      return status;
    }
  }
  return Status::Ok;
}

// `cls` is the builtin class itself: what a subclass adds is the interpreter's business.
template <bool frozen>
Status construct(RealmThread& thread, Value* arguments, Value& result) {
  // A new one even of a frozenset: the interpreter may give it to a subclass.
  Value& source = arguments[1];
  Set* set = make_set(thread, frozen);
  result = Value::object(set);
  return source.is_unbound() ? Status::Ok : add_all(thread, set, source);
}

Status init(RealmThread& thread, Value* arguments, Value& result) {
  // The set itself as the argument: CPython has emptied it by the time it looks.
  const bool empty = arguments[1].is_unbound() || arguments[1] == arguments[0];
  Set* made = make_set(thread, false);
  Status status = empty ? Status::Ok : add_all(thread, made, arguments[1]);
  if (status == Status::Ok) set_take(thread, self_of(arguments), made);
  result = Value::none();
  return status;
}

Status add(RealmThread& thread, Value* arguments, Value& result) {
  std::uint64_t hash = 0;
  Status status = hash_value(thread, arguments[1], hash);
  if (status != Status::Ok) return status;
  if (set_add(thread, self_of(arguments), arguments[1], hash) == Lookup::NeedsPython) return Status::Fallback;
  return none(result);
}

// remove and discard: a set among sets is looked for as the frozenset it equals.
Status take_out(RealmThread& thread, Value* arguments, Lookup& found) {
  Value item = arguments[1];
  if (Set* inner = as_set(item); inner != nullptr && !is_frozen(inner)) {
    if (overridden(thread, item, thread.realm.names.hash)) return Status::Fallback;
    item = Value::object(set_copy(thread, inner, true));
  }
  std::uint64_t hash = 0;
  Status status = hash_value(thread, item, hash);
  if (status != Status::Ok) return status;
  found = set_discard(thread, self_of(arguments), item, hash);
  return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

Status discard(RealmThread& thread, Value* arguments, Value& result) {
  Lookup found = Lookup::Absent;
  result = Value::none();
  return take_out(thread, arguments, found);
}

Status remove(RealmThread& thread, Value* arguments, Value& result) {
  Lookup found = Lookup::Absent;
  Status status = take_out(thread, arguments, found);
  if (status != Status::Ok) return status;
  if (found == Lookup::Absent) return raise_value(thread, ExceptionType::KeyError, arguments[1]);
  return none(result);
}

Status pop(RealmThread& thread, Value* arguments, Value& result) {
  if (set_pop(thread, self_of(arguments), result)) return Status::Ok;
  return raise(thread, ExceptionType::KeyError, "pop from an empty set");
}

Status clear(RealmThread& thread, Value* arguments, Value& result) {
  set_clear(thread, self_of(arguments));
  return none(result);
}

Status copy(RealmThread& thread, Value* arguments, Value& result) {
  Set* set = self_of(arguments);
  if (is_exactly(thread, set, BuiltinClass::FrozenSet)) {
    result = arguments[0];
  } else {
    result = Value::object(set_copy(thread, set, is_frozen(set)));
  }
  return Status::Ok;
}

Status update(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return for_each_other(thread, arguments[1], [&](Value& other) { return add_all(thread, self_of(arguments), other); });
}

Status union_of(RealmThread& thread, Value* arguments, Value& result) {
  Set* self = self_of(arguments);
  Set* set = set_copy(thread, self, is_frozen(self));
  result = Value::object(set);
  return for_each_other(thread, arguments[1],
                        [&](Value& other) { return as_set(other) == set ? Status::Ok : add_all(thread, set, other); });
}

Status intersect(RealmThread& thread, Set* self, Value& others, Set*& out) {
  bool frozen = is_frozen(self);
  out = self;
  if (as_tuple(others)->length == 0) out = set_copy(thread, self, frozen);
  return for_each_other(thread, others, [&](Value& other) {
    if (Set* set = plain_set(thread, other)) return set_intersection(thread, out, set, frozen, out);
    // In the order of the argument, as CPython does for what is no set.
    HashedItems source(other);
    Status status = source.read(thread);
    if (status != Status::Ok) return status;
    return source.pass(thread, set_intersection(thread, out, source.items, frozen, out));
  });
}

Status intersection(RealmThread& thread, Value* arguments, Value& result) {
  Set* out = nullptr;
  Status status = intersect(thread, self_of(arguments), arguments[1], out);
  if (status == Status::Ok) result = Value::object(out);
  return status;
}

Status intersection_update(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  Set* self = self_of(arguments);
  if (as_tuple(arguments[1])->length == 1) {
    return for_each_other(thread, arguments[1], [&](Value& other) {
      if (Set* set = plain_set(thread, other)) return set_intersect_with(thread, self, set);
      HashedItems source(other);
      Status status = source.read(thread);
      if (status != Status::Ok) return status;
      return source.pass(thread, set_intersect_with(thread, self, source.items));
    });
  }
  Set* out = nullptr;
  Status status = intersect(thread, self, arguments[1], out);
  if (status == Status::Ok && out != self) set_take(thread, self, out);
  return status;
}

Status remove_all(RealmThread& thread, Set* set, Value& argument) {
  if (Set* other = plain_set(thread, argument)) return set_remove_all(thread, set, other);
  HashedItems source(argument);
  Status status = source.read(thread);
  if (status != Status::Ok) return status;
  return source.pass(thread, set_remove_all(thread, set, source.items));
}

Status difference_update(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  return for_each_other(thread, arguments[1],
                        [&](Value& other) { return remove_all(thread, self_of(arguments), other); });
}

Status difference(RealmThread& thread, Value* arguments, Value& result) {
  Set* self = self_of(arguments);
  Set* set = nullptr;
  if (as_tuple(arguments[1])->length == 0) set = set_copy(thread, self, is_frozen(self));
  Status status = for_each_other(thread, arguments[1], [&](Value& other) {
    if (set != nullptr) return remove_all(thread, set, other);
    if (Set* plain = plain_set(thread, other)) return set_difference(thread, self, plain, is_frozen(self), set);
    set = set_copy(thread, self, is_frozen(self));
    return remove_all(thread, set, other);
  });
  if (status == Status::Ok) result = Value::object(set);
  return status;
}

Status symmetric_difference(RealmThread& thread, Value* arguments, Value& result) {
  Set* self = self_of(arguments);
  Set* other = nullptr;
  Set* out = nullptr;
  if (as_set(arguments[1]) == nullptr) {
    // The set made of the argument becomes the result: its order is what CPython's has.
    other = make_set(thread, is_frozen(self));
    Status status = add_all(thread, other, arguments[1]);
    if (status == Status::Ok) status = set_toggle_all(thread, other, self);
    result = Value::object(other);
    return status;
  }
  Status status = as_set_argument(thread, arguments[1], other);
  if (status != Status::Ok) return status;
  status = set_symmetric_difference(thread, self, other, is_frozen(self), out);
  if (status == Status::Ok) result = Value::object(out);
  return status;
}

Status symmetric_difference_update(RealmThread& thread, Value* arguments, Value& result) {
  Set* other = nullptr;
  result = Value::none();
  Status status = as_set_argument(thread, arguments[1], other);
  return status == Status::Ok ? set_toggle_all(thread, self_of(arguments), other) : status;
}

Status issubset(RealmThread& thread, Value* arguments, Value& result) {
  Set* other = nullptr;
  bool answer = false;
  Status status = as_set_argument(thread, arguments[1], other);
  if (status == Status::Ok) status = set_is_subset(thread, self_of(arguments), other, false, answer);
  result = Value::boolean(answer);
  return status;
}

Status issuperset(RealmThread& thread, Value* arguments, Value& result) {
  Set* other = nullptr;
  bool answer = false;
  Status status = as_set_argument(thread, arguments[1], other);
  if (status == Status::Ok) status = set_is_subset(thread, other, self_of(arguments), false, answer);
  result = Value::boolean(answer);
  return status;
}

Status isdisjoint(RealmThread& thread, Value* arguments, Value& result) {
  HashedItems source(arguments[1]);
  bool disjoint = true;
  Status status = source.read(thread);
  if (status == Status::Ok) {
    status = source.pass(thread, set_is_disjoint(thread, self_of(arguments), source.items, disjoint));
  }
  result = Value::boolean(disjoint);
  return status;
}

Status hash(RealmThread& thread, Value* arguments, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(set_hash(thread, self_of(arguments))));
  return Status::Ok;
}

// An operator as a method: only sets will do.
template <BinaryOp op, bool in_place, bool is_reflected>
Status set_operator(RealmThread& thread, Value* arguments, Value& result) {
  if (as_set(arguments[1]) == nullptr) {
    result = Value::not_implemented();
    return Status::Ok;
  }
  Value a = arguments[is_reflected ? 1 : 0];
  Value b = arguments[is_reflected ? 0 : 1];
  return container_binary_op(thread, op, a, b, in_place, result);
}

#define THREADBOOK_SHARED_SET_METHODS \
  {"isdisjoint(self, other, /)", isdisjoint}, {"issubset(self, other, /)", issubset}, \
      {"issuperset(self, other, /)", issuperset}, {"union(self, *others)", union_of}, \
      {"intersection(self, *others)", intersection}, {"difference(self, *others)", difference}, \
      {"symmetric_difference(self, other, /)", symmetric_difference}, {"copy(self, /)", copy}, \
      {"__len__(self, /)", natives::len}, {"__contains__(self, key, /)", natives::contains}, \
      {"__iter__(self, /)", natives::iter}, {"__repr__(self, /)", natives::repr}, \
      {"__eq__(self, value, /)", natives::compare<CompareOp::Eq>}, \
      {"__ne__(self, value, /)", natives::compare<CompareOp::Ne>}, \
      {"__lt__(self, value, /)", natives::compare<CompareOp::Lt>}, \
      {"__le__(self, value, /)", natives::compare<CompareOp::Le>}, \
      {"__gt__(self, value, /)", natives::compare<CompareOp::Gt>}, \
      {"__ge__(self, value, /)", natives::compare<CompareOp::Ge>}, \
      {"__or__(self, value, /)", set_operator<BinaryOp::Or, false, false>}, \
      {"__and__(self, value, /)", set_operator<BinaryOp::And, false, false>}, \
      {"__sub__(self, value, /)", set_operator<BinaryOp::Sub, false, false>}, \
      {"__xor__(self, value, /)", set_operator<BinaryOp::Xor, false, false>}, \
      {"__ror__(self, value, /)", set_operator<BinaryOp::Or, false, true>}, \
      {"__rand__(self, value, /)", set_operator<BinaryOp::And, false, true>}, \
      {"__rsub__(self, value, /)", set_operator<BinaryOp::Sub, false, true>}, { \
    "__rxor__(self, value, /)", set_operator<BinaryOp::Xor, false, true> \
  }

constexpr NativeDef kSetMethods[] = {
    {"__new__(cls, iterable=..., /)", construct<false>},
    {"__init__(self, iterable=..., /)", init},
    THREADBOOK_SHARED_SET_METHODS,
    {"update(self, *others)", update},
    {"intersection_update(self, *others)", intersection_update},
    {"difference_update(self, *others)", difference_update},
    {"symmetric_difference_update(self, other, /)", symmetric_difference_update},
    {"add(self, object, /)", add},
    {"remove(self, object, /)", remove},
    {"discard(self, object, /)", discard},
    {"pop(self, /)", pop},
    {"clear(self, /)", clear},
    {"__ior__(self, value, /)", set_operator<BinaryOp::Or, true, false>},
    {"__iand__(self, value, /)", set_operator<BinaryOp::And, true, false>},
    {"__isub__(self, value, /)", set_operator<BinaryOp::Sub, true, false>},
    {"__ixor__(self, value, /)", set_operator<BinaryOp::Xor, true, false>},
};

constexpr NativeDef kFrozenSetMethods[] = {
    {"__new__(cls, iterable=..., /)", construct<true>},
    THREADBOOK_SHARED_SET_METHODS,
    {"__hash__(self, /)", hash},
};

#undef THREADBOOK_SHARED_SET_METHODS

}  // namespace

std::span<const NativeDef> set_methods() { return kSetMethods; }
std::span<const NativeDef> frozenset_methods() { return kFrozenSetMethods; }

}  // namespace threadbook::python
