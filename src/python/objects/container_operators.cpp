#include "python/objects/container_operators.h"

#include "python/objects/container_support.h"

namespace threadbook::python {

namespace {

using Operator = BinaryOp;

// sequence * count: Ok with `count`; TypeError; Fallback for __index__ in Python.
Status repeat_count(RealmThread& thread, Value value, std::int64_t& count) {
  if (is_int(value)) {
    if (to_int64(value, count)) return Status::Ok;
    return raise(thread, ExceptionType::OverflowError,
                 text("cannot fit '", type_name(thread, value), "' into an index-sized integer"));
  }
  if (overridden(thread, value, thread.realm.names.index)) return Status::Fallback;
  return type_error(thread, text("can't multiply sequence by non-int of type '", type_name(thread, value), "'"));
}

// How many items `length` items repeated are; throws HeapExhausted if they cannot fit.
std::uint32_t repeated_length(RealmThread& thread, std::uint64_t length, std::int64_t count) {
  if (count <= 0 || length == 0) return 0;
  if (static_cast<std::uint64_t>(count) > thread.realm.heap.limit()) throw HeapExhausted();
  require_values(thread, length * static_cast<std::uint64_t>(count));
  return static_cast<std::uint32_t>(length * static_cast<std::uint64_t>(count));
}

Value repeat_list(RealmThread& thread, const std::vector<Value>& items, std::int64_t count) {
  std::uint32_t total = repeated_length(thread, items.size(), count);
  List* list = make_list(thread, total);
  if (total != 0) {
    Slot* slots = list->items.load(std::memory_order_relaxed)->slots;
    for (std::uint32_t i = 0, from = 0; i < total; ++i) {
      slots[i].initialize(items[from]);
      if (++from == items.size()) from = 0;
    }
    list->length.store(total, std::memory_order_release);
  }
  return Value::object(list);
}

Value repeat_tuple(RealmThread& thread, Tuple* tuple, std::int64_t count) {
  if (count == 1) return Value::object(tuple);
  std::uint32_t total = repeated_length(thread, tuple->length, count);
  Tuple* result = make_tuple(thread, total);
  for (std::uint32_t i = 0, from = 0; i < total; ++i) {
    result->items[i] = tuple->items[from];
    if (++from == tuple->length) from = 0;
  }
  return Value::object(result);
}

Status add_tuples(RealmThread& thread, Tuple* a, Tuple* b, Value& out) {
  if (a->length == 0 || b->length == 0) {
    out = Value::object(a->length == 0 ? b : a);
    return Status::Ok;
  }
  require_values(thread, std::uint64_t{a->length} + b->length);
  Tuple* sum = make_tuple(thread, a->length + b->length);
  for (std::uint32_t i = 0; i < a->length; ++i) sum->items[i] = a->items[i];
  for (std::uint32_t i = 0; i < b->length; ++i) sum->items[a->length + i] = b->items[i];
  out = Value::object(sum);
  return Status::Ok;
}

Status cannot_concatenate(RealmThread& thread, std::string_view what, Value other) {
  return type_error(thread, text("can only concatenate ", what, " (not \"", type_name(thread, other), "\") to ", what));
}

Status sequence_operator(RealmThread& thread, Operator op, Value a, Value b, bool in_place, Value& out) {
  List* list_a = as_list(a);
  List* list_b = as_list(b);
  Tuple* tuple_a = as_tuple(a);
  Tuple* tuple_b = as_tuple(b);
  if (op == Operator::Add) {
    if (list_a != nullptr && in_place) {
      if (list_b != nullptr && !overridden(thread, b, thread.realm.names.iter)) {
        list_extend(thread, list_a, list_b);
        out = a;
        return Status::Ok;
      }
      std::vector<Value> items;
      Status status = collect(thread, b, items);
      if (status != Status::Ok) return status;
      list_extend(thread, list_a, items);
      out = a;
      return Status::Ok;
    }
    if (list_a != nullptr) {
      if (list_b == nullptr) return cannot_concatenate(thread, "list", b);
      out = Value::object(list_sum(thread, list_a, list_b));
      return Status::Ok;
    }
    if (tuple_a != nullptr) {
      return tuple_b != nullptr ? add_tuples(thread, tuple_a, tuple_b, out) : cannot_concatenate(thread, "tuple", b);
    }
    return Status::Ok;
  }
  // op is Mul; the sequence may stand on either side.
  Value sequence = list_a != nullptr || tuple_a != nullptr ? a : b;
  Value times = list_a != nullptr || tuple_a != nullptr ? b : a;
  std::int64_t count = 0;
  Status status = repeat_count(thread, times, count);
  if (status != Status::Ok) return status;
  if (Tuple* tuple = as_tuple(sequence)) {
    out = repeat_tuple(thread, tuple, count);
    return Status::Ok;
  }
  if (in_place && list_a != nullptr) {
    list_repeat(thread, list_a, count);
    out = a;
  } else {
    out = repeat_list(thread, list_snapshot(thread, as_list(sequence)), count);
  }
  return Status::Ok;
}

Status set_operator(RealmThread& thread, Operator op, Set* a, Set* b, bool in_place, Value& out) {
  Status status = Status::Ok;
  if (in_place && !is_frozen(a)) {
    switch (op) {
      case Operator::Or: status = set_merge(thread, a, b); break;
      case Operator::And: status = set_intersect_with(thread, a, b); break;
      case Operator::Sub: status = set_remove_all(thread, a, b); break;
      default: status = set_toggle_all(thread, a, b); break;
    }
    if (status == Status::Ok) out = Value::object(a);
    return status;
  }
  Set* result = nullptr;
  switch (op) {
    case Operator::Or: status = set_union(thread, a, b, is_frozen(a), result); break;
    case Operator::And: status = set_intersection(thread, a, b, is_frozen(a), result); break;
    case Operator::Sub: status = set_difference(thread, a, b, is_frozen(a), result); break;
    default: status = set_symmetric_difference(thread, a, b, is_frozen(a), result); break;
  }
  if (status == Status::Ok) out = Value::object(result);
  return status;
}

// dict | dict, and dict |= mapping.
Status dict_operator(RealmThread& thread, Dict* a, Value other, bool in_place, Value& out) {
  Dict* b = as_dict(other);
  if (b == nullptr) {
    if (!in_place) return Status::Ok;
    out = Value::object(a);
    // An iterator must not be used up before Python takes over.
    return is_container(other) && !may_override(thread, other) ? dict_update(thread, a, other, Value::unbound())
                                                               : Status::Fallback;
  }
  Dict* target = in_place ? a : dict_copy(thread, a);
  out = Value::object(target);
  return dict_merge(thread, target, b);
}

// The items of any iterable as a new set.
Status set_of(RealmThread& thread, Value iterable, Set*& out) {
  std::vector<Value> items;
  Status status = collect(thread, iterable, items);
  if (status != Status::Ok) return status;
  Set* set = make_set(thread, false);
  for (Value item : items) {
    std::uint64_t hash = 0;
    status = hash_value(thread, item, hash);
    if (status != Status::Ok) return status;
    if (set_add(thread, set, item, hash) == Lookup::NeedsPython) return Status::Fallback;
  }
  out = set;
  return Status::Ok;
}

// + and * of a deque: new ones have its maximal length; += takes any iterable.
Status deque_operator(RealmThread& thread, Operator op, Value a, Value b, bool in_place, Value& out) {
  Deque* deque = as_deque(a);
  std::vector<Value> items;
  if (op == Operator::Add) {
    if (deque == nullptr) return Status::Ok;
    if (in_place) {
      Status status = collect(thread, b, items);
      if (status != Status::Ok) return status;
      deque_extend(thread, deque, items, false);
      out = a;
      return Status::Ok;
    }
    if (as_deque(b) == nullptr) return cannot_concatenate(thread, "deque", b);
    items = deque_snapshot(thread, deque);
    container_collect(thread, b, items);
    out = Value::object(make_deque(thread, items, deque->max_length));
    return Status::Ok;
  }
  Value times = b;
  if (deque == nullptr) {
    deque = as_deque(b);
    times = a;
    in_place = false;
  }
  std::int64_t count = 0;
  Status status = repeat_count(thread, times, count);
  if (status != Status::Ok) return status;
  std::vector<Value> once = deque_snapshot(thread, deque);
  // With a maximal length only the last rounds count.
  if (deque->max_length >= 0 && !once.empty()) {
    count = std::min(count, deque->max_length / static_cast<std::int64_t>(once.size()) + 1);
  }
  std::uint32_t total = repeated_length(thread, once.size(), count);
  items.reserve(total);
  while (items.size() < total) items.insert(items.end(), once.begin(), once.end());
  if (in_place) {
    deque_assign(thread, deque, items, deque->max_length);
    out = a;
  } else {
    out = Value::object(make_deque(thread, items, deque->max_length));
  }
  return Status::Ok;
}

bool is_set_like_view(Value value) {
  return is_kind(value, Kind::DictView) &&
         static_cast<IteratorKind>(value.as_object()->flags) != IteratorKind::DictValues;
}

bool is_set_operator(Operator op) {
  return op == Operator::Or || op == Operator::And || op == Operator::Xor || op == Operator::Sub;
}

}  // namespace

Status container_binary_op(RealmThread& thread, BinaryOp op, Value a, Value b, bool in_place, Value& out) {
  out = Value::not_implemented();
  Value plain_a = unbox(a);
  Value plain_b = unbox(b);
  auto is_sequence = [](Value v) { return is_kind(v, Kind::List) || is_kind(v, Kind::Tuple); };
  if (op == Operator::Add && is_sequence(plain_a)) return sequence_operator(thread, op, a, b, in_place, out);
  if (op == Operator::Mul && (is_sequence(plain_a) || is_sequence(plain_b))) {
    return sequence_operator(thread, op, a, b, in_place, out);
  }
  if ((op == Operator::Add || op == Operator::Mul) && (is_kind(a, Kind::Deque) || is_kind(b, Kind::Deque))) {
    return deque_operator(thread, op, a, b, in_place, out);
  }
  if (!is_set_operator(op)) return Status::Ok;
  if (is_set_like_view(plain_a) || is_set_like_view(plain_b)) {
    if (is_kind(plain_b, Kind::Set) || is_kind(plain_a, Kind::Set) || is_set_like_view(plain_a)) {
      Set* left = nullptr;
      Set* right = nullptr;
      Status status = set_of(thread, a, left);
      if (status == Status::Ok) status = set_of(thread, b, right);
      return status == Status::Ok ? set_operator(thread, op, left, right, false, out) : status;
    }
    return Status::Ok;
  }
  Set* set_a = as_set(a);
  Set* set_b = as_set(b);
  if (set_a != nullptr && set_b != nullptr) return set_operator(thread, op, set_a, set_b, in_place, out);
  if (op == Operator::Or && as_dict(a) != nullptr) return dict_operator(thread, as_dict(a), b, in_place, out);
  return Status::Ok;
}

}  // namespace threadbook::python
