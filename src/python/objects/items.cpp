// container[key], its assignment and deletion, `in` and len(): the dispatchers, and what the builtin
// containers make of them.
#include <algorithm>

#include "python/objects/container_support.h"
#include "python/objects/live_dict.h"

namespace threadbook::python {

namespace {

Status key_error(RealmThread& thread, Value key) { return raise_value(thread, ExceptionType::KeyError, key); }

Status index_error(RealmThread& thread, std::string_view message) {
  return raise(thread, ExceptionType::IndexError, message);
}

Slice* as_slice(Value value) { return is_kind(value, Kind::Slice) ? static_cast<Slice*>(value.as_object()) : nullptr; }

Slot* slots_of(List* list) { return list->items.load(std::memory_order_relaxed)->slots; }

// The bounds mean the list as it is while it is copied, so both are one step; the same in what changes a slice.
Status list_get_slice(RealmThread& thread, List* list, Slice* slice, Value& out) {
  ObjectLock lock(list, thread.parallel);
  SliceBounds bounds;
  Status status = slice_bounds(thread, slice, list->length.load(std::memory_order_relaxed), bounds);
  if (status != Status::Ok) return status;
  List* part = make_list(thread, static_cast<std::uint32_t>(bounds.length));
  out = Value::object(part);
  if (bounds.length == 0) return Status::Ok;
  for (std::int64_t i = 0, at = bounds.start; i < bounds.length; ++i, at += bounds.step) {
    slots_of(part)[i].initialize(slots_of(list)[at].load());
  }
  part->length.store(static_cast<std::uint32_t>(bounds.length), std::memory_order_release);
  return Status::Ok;
}

Status list_get_item(RealmThread& thread, List* list, Value key, Value& out) {
  if (Slice* slice = as_slice(key)) return list_get_slice(thread, list, slice, out);
  std::int64_t index = 0;
  Status status = index_argument(thread, key, "list", index);
  if (status != Status::Ok) return status;
  if (!normalize_index(index, list->length.load(std::memory_order_acquire)) ||
      !list_get(list, static_cast<std::size_t>(index), out)) {
    return index_error(thread, "list index out of range");
  }
  return Status::Ok;
}

Status tuple_get_item(RealmThread& thread, Tuple* tuple, Value key, Value& out) {
  if (Slice* slice = as_slice(key)) {
    SliceBounds bounds;
    Status status = slice_bounds(thread, slice, tuple->length, bounds);
    if (status != Status::Ok) return status;
    if (bounds.step == 1 && bounds.length == tuple->length) {
      out = Value::object(tuple);
      return Status::Ok;
    }
    Tuple* part = make_tuple(thread, static_cast<std::uint32_t>(bounds.length));
    for (std::int64_t i = 0, at = bounds.start; i < bounds.length; ++i, at += bounds.step) {
      part->items[i] = tuple->items[at];
    }
    out = Value::object(part);
    return Status::Ok;
  }
  std::int64_t index = 0;
  Status status = index_argument(thread, key, "tuple", index);
  if (status != Status::Ok) return status;
  if (!normalize_index(index, tuple->length)) return index_error(thread, "tuple index out of range");
  out = tuple->items[index];
  return Status::Ok;
}

// Absent leaves `out` Unbound.
Status dict_find(RealmThread& thread, Dict* dict, Value key, Value& out) {
  std::uint64_t hash = 0;
  Status status = hash_value(thread, key, hash);
  if (status != Status::Ok) return status;
  out = Value::unbound();
  return dict_get(thread, dict, key, hash, out) == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

// list[slice] = items, for a slice without a step that slice_bounds() has nothing against.
Status list_replace_slice(RealmThread& thread, List* list, Slice* slice, std::span<const Value> items) {
  list_replace(thread, list, items, [&](std::size_t length) {
    SliceBounds bounds;
    slice_bounds(thread, slice, static_cast<std::int64_t>(length), bounds);
    return std::pair(static_cast<std::size_t>(bounds.start),
                     static_cast<std::size_t>(std::max<std::int64_t>(0, bounds.stop - bounds.start)));
  });
  return Status::Ok;
}

Status list_set_slice(RealmThread& thread, List* list, Slice* slice, Value value) {
  std::vector<Value> items;
  SliceBounds bounds;
  Status status = slice_bounds(thread, slice, list->length.load(std::memory_order_acquire), bounds);
  if (status != Status::Ok) return status;
  bool is_extended = bounds.step != 1;
  Value iterator;
  if (!is_container(value)) {
    status = get_iter(thread, value, iterator);
    if (status == Status::Raised) {
      return type_error(thread, is_extended ? "must assign iterable to extended slice" : "can only assign an iterable");
    }
    if (status != Status::Ok) return status;
  }
  status = collect(thread, value, items);
  if (status != Status::Ok) return status;
  if (!is_extended) return list_replace_slice(thread, list, slice, items);
  ObjectLock lock(list, thread.parallel);
  slice_bounds(thread, slice, list->length.load(std::memory_order_relaxed), bounds);
  if (static_cast<std::int64_t>(items.size()) != bounds.length) {
    return raise(thread, ExceptionType::ValueError,
                 text("attempt to assign sequence of size ", std::to_string(items.size()),
                      " to extended slice of size ", std::to_string(bounds.length)));
  }
  std::int64_t at = bounds.start;
  for (Value item : items) {
    slots_of(list)[at].store(item);
    at += bounds.step;
  }
  return Status::Ok;
}

Status list_delete_slice(RealmThread& thread, List* list, Slice* slice) {
  SliceBounds bounds;
  Status status = slice_bounds(thread, slice, list->length.load(std::memory_order_acquire), bounds);
  if (status != Status::Ok) return status;
  if (bounds.step == 1) return list_replace_slice(thread, list, slice, {});
  ObjectLock lock(list, thread.parallel);
  const std::int64_t length = list->length.load(std::memory_order_relaxed);
  slice_bounds(thread, slice, length, bounds);
  if (bounds.length == 0) return Status::Ok;
  if (bounds.step < 0) {  // the same items from the front
    bounds.start += (bounds.length - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  std::int64_t kept = bounds.start;
  for (std::int64_t i = bounds.start; i < length; ++i) {
    const std::int64_t distance = i - bounds.start;
    if (distance % bounds.step == 0 && distance / bounds.step < bounds.length) continue;
    slots_of(list)[kept++].store(slots_of(list)[i].load());
  }
  list->length.store(static_cast<std::uint32_t>(kept), std::memory_order_release);
  for (std::int64_t i = kept; i < length; ++i) slots_of(list)[i].store(Value::unbound());
  return Status::Ok;
}

Status list_position(RealmThread& thread, List* list, Value key, std::int64_t& index, std::string_view out_of_range) {
  Status status = index_argument(thread, key, "list", index);
  if (status != Status::Ok) return status;
  if (!normalize_index(index, list->length.load(std::memory_order_acquire))) {
    return index_error(thread, out_of_range);
  }
  return Status::Ok;
}

constexpr std::string_view kDequeIndexOutOfRange = "deque index out of range";

Status deque_position(RealmThread& thread, Deque* deque, Value key, std::int64_t& index) {
  if (is_int(key) && !to_int64(key, index)) {
    return index_error(thread, text("cannot fit '", type_name(thread, key), "' into an index-sized integer"));
  }
  if (!is_int(key) && !overridden(thread, key, thread.realm.names.index)) {
    return type_error(thread, text("sequence index must be integer, not '", type_name(thread, key), "'"));
  }
  Status status = as_index(thread, key, index);
  if (status != Status::Ok) return status;
  if (!normalize_index(index, deque->length.load(std::memory_order_acquire))) {
    return index_error(thread, kDequeIndexOutOfRange);
  }
  return Status::Ok;
}

Status deque_get_item(RealmThread& thread, Deque* deque, Value key, Value& out) {
  std::int64_t index = 0;
  Status status = deque_position(thread, deque, key, index);
  if (status != Status::Ok) return status;
  return deque_get(thread, deque, index, out) ? Status::Ok : index_error(thread, kDequeIndexOutOfRange);
}

Status view_contains(RealmThread& thread, DictView* view, Value item, bool& out) {
  out = false;
  auto kind = static_cast<IteratorKind>(view->flags);
  Value value;
  if (kind == IteratorKind::DictKeys) {
    Status status = dict_find(thread, view->dict, item, value);
    out = !value.is_unbound();
    return status;
  }
  if (kind == IteratorKind::DictItems) {
    Tuple* pair = as_tuple(item);
    if (pair == nullptr || pair->length != 2) return Status::Ok;
    Status status = dict_find(thread, view->dict, pair->items[0], value);
    if (status != Status::Ok || value.is_unbound()) return status;
    return equals(thread, value, pair->items[1], out);
  }
  for (const DictEntry& entry : dict_snapshot(thread, view->dict)) {
    Status status = equals(thread, entry.value, item, out);
    if (status != Status::Ok || out) return status;
  }
  return Status::Ok;
}

Status find_in_set(RealmThread& thread, Set* set, Value item, bool& out) {
  std::uint64_t hash = 0;
  Status status = Status::Ok;
  if (Set* inner = as_set(item); inner != nullptr && !is_frozen(inner)) {
    // A set is looked for as the frozenset it equals.
    if (overridden(thread, item, thread.realm.names.hash)) return Status::Fallback;
    inner = set_copy(thread, inner, true);
    item = Value::object(inner);
  }
  status = hash_value(thread, item, hash);
  if (status != Status::Ok) return status;
  Lookup found = set_contains(thread, set, item, hash);
  out = found == Lookup::Found;
  return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
}

}  // namespace

Status index_argument(RealmThread& thread, Value value, std::string_view what, std::int64_t& out) {
  if (value.is_small_int()) {
    out = value.as_small_int();
    return Status::Ok;
  }
  if (is_int(value)) {
    if (to_int64(value, out)) return Status::Ok;
    return index_error(thread, text("cannot fit '", type_name(thread, value), "' into an index-sized integer"));
  }
  if (overridden(thread, value, thread.realm.names.index)) return Status::Fallback;
  return type_error(thread, text(what, " indices must be integers or slices, not ", type_name(thread, value)));
}

bool is_container(Value value) {
  value = unbox(value);
  if (!value.is_object()) return false;
  switch (value.as_object()->kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Deque:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Range:
    case Kind::DictView: return true;
    default: return false;
  }
}

namespace {

// A live dict, or what a view shows, is brought up to date before its entries are counted.
void refresh(RealmThread& thread, Value value) {
  if (Dict* dict = as_dict(value)) live_refresh(thread, dict);
  if (is_kind(value, Kind::DictView)) live_refresh(thread, static_cast<DictView*>(value.as_object())->dict);
}

}  // namespace

std::int64_t container_length(Value value) {
  value = unbox(value);
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::List: return static_cast<List*>(object)->length.load(std::memory_order_acquire);
    case Kind::Tuple: return static_cast<Tuple*>(object)->length;
    case Kind::Deque: return static_cast<Deque*>(object)->length.load(std::memory_order_acquire);
    case Kind::Dict: return static_cast<Dict*>(object)->used.load(std::memory_order_relaxed);
    case Kind::Set: return static_cast<Set*>(object)->used.load(std::memory_order_relaxed);
    case Kind::DictView: return static_cast<DictView*>(object)->dict->used.load(std::memory_order_relaxed);
    case Kind::Range: {
      std::int64_t length = 0;
      return to_int64(static_cast<Range*>(object)->length, length) ? length : INT64_MAX;
    }
    default: return 0;
  }
}

void container_collect(RealmThread& thread, Value value, std::vector<Value>& out) {
  value = unbox(value);
  refresh(thread, value);
  std::int64_t count = container_length(value);
  require_values(thread, out.size() + static_cast<std::uint64_t>(count));
  out.reserve(out.size() + static_cast<std::size_t>(count));
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      ObjectLock lock(list, thread.parallel);
      std::size_t length = list->length.load(std::memory_order_relaxed);
      const Array* items = list->items.load(std::memory_order_relaxed);
      for (std::size_t i = 0; i < length; ++i) out.push_back(items->slots[i].load());
      return;
    }
    case Kind::Tuple: {
      auto view = static_cast<Tuple*>(object)->view();
      out.insert(out.end(), view.begin(), view.end());
      return;
    }
    case Kind::Deque:
      for (Value item : deque_snapshot(thread, static_cast<Deque*>(object))) out.push_back(item);
      return;
    case Kind::Dict:
      for (const DictEntry& entry : dict_snapshot(thread, static_cast<Dict*>(object))) out.push_back(entry.key);
      return;
    case Kind::Set:
      for (const SetEntry& entry : set_snapshot(thread, static_cast<Set*>(object))) out.push_back(entry.key);
      return;
    case Kind::Range: {
      Value iterator = range_iter(thread, static_cast<Range*>(object), false);
      for (Value item; iterator_next(thread, iterator, item) == Status::Ok && !item.is_unbound();) {
        out.push_back(item);
      }
      return;
    }
    default: {
      auto* view = static_cast<DictView*>(object);
      auto kind = static_cast<IteratorKind>(view->flags);
      for (const DictEntry& entry : dict_snapshot(thread, view->dict)) {
        if (kind == IteratorKind::DictItems) {
          const Value pair[] = {entry.key, entry.value};
          out.push_back(Value::object(make_tuple(thread, pair)));
        } else {
          out.push_back(kind == IteratorKind::DictKeys ? entry.key : entry.value);
        }
      }
    }
  }
}

Status container_get_item(RealmThread& thread, Value container, Value key, Value& out) {
  container = unbox(container);
  if (container.is_object()) {
    Object* object = container.as_object();
    switch (object->kind) {
      case Kind::List: return list_get_item(thread, static_cast<List*>(object), key, out);
      case Kind::Tuple: return tuple_get_item(thread, static_cast<Tuple*>(object), key, out);
      case Kind::Deque: return deque_get_item(thread, static_cast<Deque*>(object), key, out);
      case Kind::Dict: {
        Status status = dict_find(thread, static_cast<Dict*>(object), key, out);
        return status == Status::Ok && out.is_unbound() ? key_error(thread, key) : status;
      }
      case Kind::Range: return range_item(thread, static_cast<Range*>(object), key, out);
      case Kind::Str:
      case Kind::Bytes: return text_get_item(thread, container, key, out);
      default: break;
    }
  }
  return type_error_of(thread, container, "is not subscriptable");
}

Status container_set_item(RealmThread& thread, Value container, Value key, Value value) {
  if (Dict* dict = as_dict(container)) {
    std::uint64_t hash = 0;
    Status status = hash_value(thread, key, hash);
    if (status != Status::Ok) return status;
    return dict_set(thread, dict, key, hash, value) == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
  }
  if (List* list = as_list(container)) {
    if (Slice* slice = as_slice(key)) return list_set_slice(thread, list, slice, value);
    std::int64_t index = 0;
    Status status = list_position(thread, list, key, index, "list assignment index out of range");
    if (status != Status::Ok) return status;
    if (!list_set(thread, list, static_cast<std::size_t>(index), value)) {
      return index_error(thread, "list assignment index out of range");
    }
    return Status::Ok;
  }
  if (Deque* deque = as_deque(container)) {
    std::int64_t index = 0;
    Status status = deque_position(thread, deque, key, index);
    if (status != Status::Ok) return status;
    return deque_set(thread, deque, index, value) ? Status::Ok : index_error(thread, kDequeIndexOutOfRange);
  }
  return type_error_of(thread, container, "does not support item assignment");
}

Status container_delete_item(RealmThread& thread, Value container, Value key) {
  if (Dict* dict = as_dict(container)) {
    std::uint64_t hash = 0;
    Value old;
    Status status = hash_value(thread, key, hash);
    if (status != Status::Ok) return status;
    Lookup found = dict_delete(thread, dict, key, hash, old);
    if (found == Lookup::Absent) return key_error(thread, key);
    return found == Lookup::NeedsPython ? Status::Fallback : Status::Ok;
  }
  if (List* list = as_list(container)) {
    if (Slice* slice = as_slice(key)) return list_delete_slice(thread, list, slice);
    std::int64_t index = 0;
    Status status = index_argument(thread, key, "list", index);
    if (status != Status::Ok) return status;
    // Counted from the end while the list is locked: another thread may be making it shorter.
    if (list_pop(thread, list, index).is_unbound()) {
      return index_error(thread, "list assignment index out of range");
    }
    return Status::Ok;
  }
  if (Deque* deque = as_deque(container)) {
    std::int64_t index = 0;
    Status status = deque_position(thread, deque, key, index);
    if (status != Status::Ok) return status;
    return deque_remove_at(thread, deque, index) ? Status::Ok : index_error(thread, kDequeIndexOutOfRange);
  }
  return type_error_of(thread, container,
                       is_container(container) || as_str(container) != nullptr || as_bytes(container) != nullptr ||
                               is_kind(container, Kind::Instance)
                           ? "doesn't support item deletion"
                           : "does not support item deletion");
}

Status container_contains(RealmThread& thread, Value container, Value item, bool& out) {
  out = false;
  container = unbox(container);
  if (container.is_object()) {
    Object* object = container.as_object();
    switch (object->kind) {
      case Kind::List: {
        auto* list = static_cast<List*>(object);
        Value other;
        for (std::size_t i = 0; list_get(list, i, other); ++i) {
          Status status = equals(thread, other, item, out);
          if (status != Status::Ok || out) return status;
        }
        return Status::Ok;
      }
      case Kind::Deque: {
        std::int64_t place = 0;
        Status status = deque_find(thread, static_cast<Deque*>(object), item, 0, INT64_MAX, place);
        out = place >= 0;
        return status;
      }
      case Kind::Tuple:
        for (Value other : static_cast<Tuple*>(object)->view()) {
          Status status = equals(thread, other, item, out);
          if (status != Status::Ok || out) return status;
        }
        return Status::Ok;
      case Kind::Dict: {
        Value value;
        Status status = dict_find(thread, static_cast<Dict*>(object), item, value);
        out = !value.is_unbound();
        return status;
      }
      case Kind::Set: return find_in_set(thread, static_cast<Set*>(object), item, out);
      case Kind::Range: return range_contains(thread, static_cast<Range*>(object), item, out);
      case Kind::DictView: return view_contains(thread, static_cast<DictView*>(object), item, out);
      case Kind::Str:
      case Kind::Bytes: return text_contains(thread, container, item, out);
      // Looking for something in an iterator uses it up, so it must not be begun and then given up.
      case Kind::Iterator:
      case Kind::Generator: return Status::Fallback;
      default: break;
    }
  }
  return type_error(thread, text("argument of type '", type_name(thread, container), "' is not iterable"));
}

// ---- dispatchers -------------------------------------------------------------------------------
// The commonest case, a plain dict, comes first: everything a program names or counts goes this way.

namespace {

Dict* plain_dict(const RealmThread& thread, Value value) {
  Dict* dict = as_dict(value);
  return dict != nullptr && is_exactly(thread, dict, BuiltinClass::Dict) ? dict : nullptr;
}

}  // namespace

Status get_item(RealmThread& thread, Value container, Value key, Value& out) {
  if (Dict* dict = plain_dict(thread, container)) {
    Status status = dict_find(thread, dict, key, out);
    return status == Status::Ok && out.is_unbound() ? key_error(thread, key) : status;
  }
  if (may_override(thread, container)) {
    if (is_kind(container, Kind::Class)) return Status::Fallback;  // list[int], __class_getitem__
    if (overrides(thread, container, thread.realm.names.getitem)) return Status::Fallback;
    if (Dict* dict = as_dict(container)) {
      Status status = dict_find(thread, dict, key, out);
      if (status != Status::Ok || !out.is_unbound()) return status;
      return overrides(thread, container, thread.realm.intern("__missing__")) ? Status::Fallback
                                                                              : key_error(thread, key);
    }
  }
  return container_get_item(thread, container, key, out);
}

Status set_item(RealmThread& thread, Value container, Value key, Value value) {
  List* list = as_list(container);
  if (list != nullptr && key.is_small_int() && is_exactly(thread, list, BuiltinClass::List)) {
    std::int64_t index = key.as_small_int();
    if (index < 0) index += list->length.load(std::memory_order_acquire);
    if (index >= 0 && list_set(thread, list, static_cast<std::size_t>(index), value)) return Status::Ok;
    return index_error(thread, "list assignment index out of range");
  }
  if (plain_dict(thread, container) == nullptr && overridden(thread, container, thread.realm.names.setitem))
    return Status::Fallback;
  return container_set_item(thread, container, key, value);
}

Status delete_item(RealmThread& thread, Value container, Value key) {
  if (overridden(thread, container, thread.realm.names.delitem)) return Status::Fallback;
  return container_delete_item(thread, container, key);
}

Status contains(RealmThread& thread, Value container, Value item, bool& out) {
  if (is_kind(container, Kind::Str)) return text_contains(thread, container, item, out);
  if (may_override(thread, container)) {
    const WellKnownNames& names = thread.realm.names;
    if (overrides(thread, container, names.contains)) return Status::Fallback;
    if (!is_container(container) && as_str(container) == nullptr &&
        (overrides(thread, container, names.iter) || overrides(thread, container, names.getitem))) {
      return Status::Fallback;
    }
  }
  return container_contains(thread, container, item, out);
}

Status truth(RealmThread& thread, Value value, bool& out) {
  if (value.is_bool() || value.is_none()) {
    out = value.is_true();
    return Status::Ok;
  }
  if (value.is_small_int()) {
    out = value.as_small_int() != 0;
    return Status::Ok;
  }
  if (value.is_double()) {
    out = value.as_double() != 0;
    return Status::Ok;
  }
  out = true;
  if (!value.is_object()) return Status::Ok;
  if (may_override(thread, value)) {
    const WellKnownNames& names = thread.realm.names;
    if (overrides(thread, value, names.bool_) || overrides(thread, value, names.len)) return Status::Fallback;
    value = unbox(value);
  }
  if (is_number(value)) {
    out = !numbers_equal(value, Value::small_int(0));
  } else if (is_kind(value, Kind::Str) || is_kind(value, Kind::Bytes)) {
    out = text_length(value) != 0;
  } else if (is_container(value)) {
    refresh(thread, value);
    out = container_length(value) != 0;
  }
  return Status::Ok;
}

Status length(RealmThread& thread, Value value, std::int64_t& out) {
  if (overridden(thread, value, thread.realm.names.len)) return Status::Fallback;
  value = unbox(value);
  if (is_kind(value, Kind::Str) || is_kind(value, Kind::Bytes)) {
    out = text_length(value);
    return Status::Ok;
  }
  if (is_container(value)) {
    refresh(thread, value);
    out = container_length(value);
    if (out == INT64_MAX && is_kind(value, Kind::Range)) {
      return raise(thread, ExceptionType::OverflowError, "Python int too large to convert to C ssize_t");
    }
    return Status::Ok;
  }
  return type_error(thread, text("object of type '", type_name(thread, value), "' has no len()"));
}

}  // namespace threadbook::python
