// == and < and their siblings: the dispatchers, and what containers make of them.
//
// Depth travels along, so that nesting is bounded and with it the C++ stack: what is nested deeper
// answers Fallback and is compared by library code, whose frames count towards the recursion limit.
#include <algorithm>

#include "python/objects/container_support.h"
#include "python/objects/weak_reference.h"

namespace threadbook::python {

namespace {

constexpr std::string_view kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

bool is_equality(CompareOp op) { return op == CompareOp::Eq || op == CompareOp::Ne; }

template <class T>
bool holds(CompareOp op, const T& a, const T& b) {
  switch (op) {
    case CompareOp::Lt: return a < b;
    case CompareOp::Le: return a <= b;
    case CompareOp::Eq: return a == b;
    case CompareOp::Ne: return a != b;
    case CompareOp::Gt: return a > b;
    case CompareOp::Ge: return a >= b;
  }
  return false;
}

Status answer(bool result, Value& out) {
  out = Value::boolean(result);
  return Status::Ok;
}

// Does the value's class have a method in Python that has a say in `op`?
bool has_python_comparison(RealmThread& thread, CompareOp op, Value value) {
  if (!may_override(thread, value)) return false;
  const WellKnownNames& names = thread.realm.names;
  switch (op) {
    case CompareOp::Eq: return overrides(thread, value, names.eq);
    case CompareOp::Ne: return overrides(thread, value, names.ne) || overrides(thread, value, names.eq);
    // a < b asks b for the mirrored operator too.
    case CompareOp::Lt:
    case CompareOp::Gt: return overrides(thread, value, names.lt) || overrides(thread, value, names.gt);
    case CompareOp::Le:
    case CompareOp::Ge: return overrides(thread, value, names.le) || overrides(thread, value, names.ge);
  }
  return false;
}

// list and tuple: the first pair that differs decides. Item i of either is get_a(i), get_b(i).
template <class ItemsA, class ItemsB>
Status compare_sequences(RealmThread& thread, CompareOp op, std::size_t length_a, ItemsA get_a, std::size_t length_b,
                         ItemsB get_b, int depth, Value& out) {
  if (is_equality(op) && length_a != length_b) return answer(op == CompareOp::Ne, out);
  std::size_t common = std::min(length_a, length_b);
  for (std::size_t i = 0; i < common; ++i) {
    Value a, b;
    if (!get_a(i, a) || !get_b(i, b)) break;  // another thread made it shorter
    bool same = a == b;
    if (!same) {
      Status status = items_equal(thread, a, b, depth + 1, same);
      if (status != Status::Ok) return status;
    }
    if (same) continue;
    if (is_equality(op)) return answer(op == CompareOp::Ne, out);
    return compare_items(thread, op, a, b, depth + 1, out);
  }
  return answer(holds(op, length_a, length_b), out);
}

Status compare_sets(RealmThread& thread, CompareOp op, Set* a, Set* b, Value& out) {
  bool result = false;
  Status status = Status::Ok;
  switch (op) {
    case CompareOp::Eq:
    case CompareOp::Ne: status = set_equal(thread, a, b, result); break;
    case CompareOp::Lt: status = set_is_subset(thread, a, b, true, result); break;
    case CompareOp::Le: status = set_is_subset(thread, a, b, false, result); break;
    case CompareOp::Gt: status = set_is_subset(thread, b, a, true, result); break;
    case CompareOp::Ge: status = set_is_subset(thread, b, a, false, result); break;
  }
  if (status != Status::Ok) return status;
  return answer(result != (op == CompareOp::Ne), out);
}

Status dicts_equal(RealmThread& thread, Dict* a, Dict* b, int depth, bool& out) {
  // Which values stand under the same key is one question; comparing them may take the locks of others.
  std::vector<std::pair<Value, Value>> values;
  Status status = dict_match(thread, a, b, values, out);
  if (status != Status::Ok) return status;
  for (std::size_t i = 0; out && i < values.size(); ++i) {
    status = items_equal(thread, values[i].first, values[i].second, depth + 1, out);
    if (status != Status::Ok) return status;
  }
  return Status::Ok;
}

bool ranges_equal(const Range* a, const Range* b) {
  if (!numbers_equal(a->length, b->length)) return false;
  std::int64_t length = 0;
  bool is_small = to_int64(a->length, length);
  if (is_small && length == 0) return true;
  if (!numbers_equal(a->start, b->start)) return false;
  return (is_small && length == 1) || numbers_equal(a->step, b->step);
}

// A set or a view that behaves like one (keys, items), as a Set; nullptr if it is neither.
Status as_set_like(RealmThread& thread, Value value, Set*& out) {
  out = as_set(value);
  if (out != nullptr || !is_kind(value, Kind::DictView)) return Status::Ok;
  if (static_cast<IteratorKind>(value.as_object()->flags) == IteratorKind::DictValues) return Status::Ok;
  Set* set = make_set(thread, false);
  std::vector<Value> items;
  container_collect(thread, value, items);
  for (Value item : items) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, item, hash);
    if (status != Status::Ok) return status;
    if (set_add(thread, set, item, hash) == Lookup::NeedsPython) return Status::Fallback;
  }
  out = set;
  return Status::Ok;
}

Status compare_slices(RealmThread& thread, CompareOp op, const Slice* a, const Slice* b, int depth, Value& out) {
  const Value parts_a[] = {a->start, a->stop, a->step};
  const Value parts_b[] = {b->start, b->stop, b->step};
  auto get = [](const Value* parts) {
    return [parts](std::size_t i, Value& item) {
      item = parts[i];
      return true;
    };
  };
  return compare_sequences(thread, op, 3, get(parts_a), 3, get(parts_b), depth, out);
}

// For compare_sequences.
auto items_of(const std::vector<Value>& copy) {
  return [&copy](std::size_t i, Value& item) {
    item = copy[i];
    return true;
  };
}

bool same_method(Value a, Value b) {
  if (!is_kind(a, Kind::BoundMethod) || !is_kind(b, Kind::BoundMethod)) return false;
  auto* left = static_cast<const BoundMethod*>(a.as_object());
  auto* right = static_cast<const BoundMethod*>(b.as_object());
  return left->function == right->function && left->self == right->self;
}

}  // namespace

Status container_compare(RealmThread& thread, CompareOp op, Value a, Value b, int depth, Value& out) {
  out = Value::not_implemented();
  a = unbox(a);
  b = unbox(b);
  if (!a.is_object() || !b.is_object()) return Status::Ok;
  if (depth > kMaxCompareDepth) return Status::Fallback;
  Kind kind_a = a.as_object()->kind;
  Kind kind_b = b.as_object()->kind;
  if (kind_a == Kind::List && kind_b == Kind::List) {
    List* x = as_list(a);
    List* y = as_list(b);
    if (thread.parallel) {
      std::vector<Value> items_x, items_y;
      list_snapshots(thread, x, y, items_x, items_y);
      return compare_sequences(thread, op, items_x.size(), items_of(items_x), items_y.size(), items_of(items_y), depth,
                               out);
    }
    return compare_sequences(
        thread, op, x->length.load(std::memory_order_acquire),
        [x](std::size_t i, Value& item) { return list_get(x, i, item); }, y->length.load(std::memory_order_acquire),
        [y](std::size_t i, Value& item) { return list_get(y, i, item); }, depth, out);
  }
  if (kind_a == Kind::Deque && kind_b == Kind::Deque) {
    std::vector<Value> x, y;
    deque_snapshots(thread, as_deque(a), as_deque(b), x, y);
    return compare_sequences(thread, op, x.size(), items_of(x), y.size(), items_of(y), depth, out);
  }
  if (kind_a == Kind::Tuple && kind_b == Kind::Tuple) {
    auto items = [](Value tuple) {
      const Value* data = static_cast<Tuple*>(tuple.as_object())->items;
      return [data](std::size_t i, Value& item) {
        item = data[i];
        return true;
      };
    };
    return compare_sequences(thread, op, static_cast<Tuple*>(a.as_object())->length, items(a),
                             static_cast<Tuple*>(b.as_object())->length, items(b), depth, out);
  }
  if (kind_a == Kind::Set || kind_a == Kind::DictView) {
    if (kind_b != Kind::Set && kind_b != Kind::DictView) return Status::Ok;
    Set* x = nullptr;
    Set* y = nullptr;
    Status status = as_set_like(thread, a, x);
    if (status == Status::Ok) status = as_set_like(thread, b, y);
    if (status != Status::Ok) {
      // A view of unhashable items is only compared as itself.
      if (status == Status::Raised) thread.exception = Value::unbound();
      return status == Status::Raised ? answer((a == b) == (op != CompareOp::Ne), out) : status;
    }
    return x == nullptr || y == nullptr ? Status::Ok : compare_sets(thread, op, x, y, out);
  }
  if (!is_equality(op)) {
    if (kind_a == Kind::Slice && kind_b == Kind::Slice) {
      return compare_slices(thread, op, static_cast<Slice*>(a.as_object()), static_cast<Slice*>(b.as_object()), depth,
                            out);
    }
    return Status::Ok;
  }
  bool same = false;
  if (kind_a == Kind::WeakReference && kind_b == Kind::WeakReference) {
    // Equal as long as their referents are; once one is gone, if they are the same reference.
    Value x = referent_of(as_weak_reference(a));
    Value y = referent_of(as_weak_reference(b));
    if (x.is_none() || y.is_none()) {
      same = a == b;
    } else if (Status status = items_equal(thread, x, y, depth + 1, same); status != Status::Ok) {
      return status;
    }
  } else if (kind_a == Kind::Dict && kind_b == Kind::Dict) {
    Status status = dicts_equal(thread, as_dict(a), as_dict(b), depth, same);
    if (status != Status::Ok) return status;
  } else if (kind_a == Kind::Range && kind_b == Kind::Range) {
    same = ranges_equal(static_cast<Range*>(a.as_object()), static_cast<Range*>(b.as_object()));
  } else if (kind_a == Kind::Slice && kind_b == Kind::Slice) {
    return compare_slices(thread, op, static_cast<Slice*>(a.as_object()), static_cast<Slice*>(b.as_object()), depth,
                          out);
  } else {
    return Status::Ok;
  }
  return answer(same != (op == CompareOp::Ne), out);
}

Status compare_items(RealmThread& thread, CompareOp op, Value a, Value b, int depth, Value& out) {
  if (a.is_small_int() && b.is_small_int()) {
    return answer(holds(op, a.as_small_int(), b.as_small_int()), out);
  }
  if (has_python_comparison(thread, op, a) || has_python_comparison(thread, op, b)) {
    return Status::Fallback;
  }
  Status status = number_compare(thread, op, a, b, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  status = text_compare(thread, op, a, b, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  status = container_compare(thread, op, a, b, depth, out);
  if (status != Status::Ok || !out.is_not_implemented()) return status;
  if (is_equality(op)) {
    bool same = a == b || same_method(a, b);
    return answer(same == (op == CompareOp::Eq), out);
  }
  return type_error(thread, text("'", kSymbols[static_cast<int>(op)], "' not supported between instances of '",
                                 type_name(thread, a), "' and '", type_name(thread, b), "'"));
}

Status items_equal(RealmThread& thread, Value a, Value b, int depth, bool& out) {
  if (a == b) {
    out = true;
    return Status::Ok;
  }
  if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
    out = equal(static_cast<Str*>(a.as_object()), static_cast<Str*>(b.as_object()));
    return Status::Ok;
  }
  Value result;
  Status status = compare_items(thread, CompareOp::Eq, a, b, depth, result);
  out = result.is_true();
  return status;
}

Status equals(RealmThread& thread, Value a, Value b, bool& out) { return items_equal(thread, a, b, 0, out); }

Status compare(RealmThread& thread, CompareOp op, Value a, Value b, Value& out) {
  return compare_items(thread, op, a, b, 0, out);
}

}  // namespace threadbook::python
