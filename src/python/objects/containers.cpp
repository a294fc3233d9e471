#include "python/objects/containers.h"

#include <algorithm>
#include <cstring>

#include "python/objects/container_support.h"

namespace threadbook::python {

namespace {

// Room for `need` items, with half as much again behind them: appending n items one by one copies
// about 2n, and what the collector must free stays below that.
std::uint32_t grown_capacity(std::uint64_t need, std::uint32_t old_capacity) {
  std::uint64_t capacity = std::max<std::uint64_t>(need, std::uint64_t{old_capacity} * 3 / 2);
  if (need == std::uint64_t{old_capacity} + 1 || old_capacity != 0) capacity = (capacity + 3) & ~std::uint64_t{3};
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(capacity, UINT32_MAX));
}

void copy_slots(Slot* to, const Slot* from, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i].initialize(from[i].load());
}

// REQUIRES: the list's lock held (with threads in parallel). Keeps the items.
Array* reserve(RealmThread& thread, List* list, std::uint64_t need) {
  Array* items = list->items.load(std::memory_order_relaxed);
  std::uint32_t capacity = items == nullptr ? 0 : items->capacity;
  if (need <= capacity) return items;
  require_values(thread, need);
  Array* grown = make_array(thread, grown_capacity(need, capacity));
  if (items != nullptr) {
    copy_slots(grown->slots, items->slots, list->length.load(std::memory_order_relaxed));
  }
  list->items.store(grown, std::memory_order_release);
  return grown;
}

// Moves `count` slots; the ranges may overlap. Slot by slot if other threads may be reading.
void move_slots(RealmThread& thread, Slot* to, Slot* from, std::size_t count) {
  if (!thread.parallel) {
    std::memmove(static_cast<void*>(to), static_cast<const void*>(from), count * sizeof(Slot));
  } else if (to < from) {
    for (std::size_t i = 0; i < count; ++i) to[i].store(from[i].load());
  } else {
    for (std::size_t i = count; i-- > 0;) to[i].store(from[i].load());
  }
}

// REQUIRES: the list's lock held; 0 <= index < length.
Value take_out(RealmThread& thread, List* list, std::int64_t index) {
  std::int64_t length = list->length.load(std::memory_order_relaxed);
  Slot* slots = list->items.load(std::memory_order_relaxed)->slots;
  Value value = slots[index].load();
  move_slots(thread, slots + index, slots + index + 1, static_cast<std::size_t>(length - index - 1));
  slots[length - 1].store(Value::unbound());
  list->length.store(static_cast<std::uint32_t>(length - 1), std::memory_order_release);
  return value;
}

// REQUIRES: the list's lock held.
std::vector<Value> copy_of(const List* list) {
  std::size_t length = list->length.load(std::memory_order_relaxed);
  std::vector<Value> copy(length);
  if (length == 0) return copy;
  const Slot* slots = list->items.load(std::memory_order_relaxed)->slots;
  for (std::size_t i = 0; i < length; ++i) copy[i] = slots[i].load();
  return copy;
}

void clear_slots(Slot* slots, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) slots[i].store(Value::unbound());
}

}  // namespace

Tuple* as_tuple(Value value) {
  value = unbox(value);
  return is_kind(value, Kind::Tuple) ? static_cast<Tuple*>(value.as_object()) : nullptr;
}

Array* make_array(RealmThread& thread, std::uint32_t capacity) {
  if (capacity == 0) capacity = 1;
  Array* array = thread.heap.make<Array>(Kind::Array, 0, (std::size_t{capacity} - 1) * sizeof(Slot));
  array->capacity = capacity;
  array->next.store(nullptr, std::memory_order_relaxed);
  for (std::uint32_t i = 0; i < capacity; ++i) array->slots[i].initialize(Value::unbound());
  return array;
}

Tuple* make_tuple(RealmThread& thread, std::uint32_t length) {
  if (length == 0 && thread.realm.empty_tuple != nullptr) {
    return thread.realm.empty_tuple;
  }
  std::size_t extra = length == 0 ? 0 : (std::size_t{length} - 1) * sizeof(Value);
  Tuple* tuple = thread.heap.make<Tuple>(Kind::Tuple, thread.realm.shape(BuiltinClass::Tuple), extra);
  tuple->length = length;
  for (std::uint32_t i = 0; i < length; ++i) tuple->items[i] = Value::unbound();
  return tuple;
}

Tuple* make_tuple(RealmThread& thread, std::span<const Value> items) {
  require_values(thread, items.size());
  Tuple* tuple = make_tuple(thread, static_cast<std::uint32_t>(items.size()));
  for (std::size_t i = 0; i < items.size(); ++i) tuple->items[i] = items[i];
  return tuple;
}

List* make_list(RealmThread& thread, std::uint32_t capacity) {
  Array* items = nullptr;
  if (capacity != 0) {
    require_values(thread, capacity);
    items = make_array(thread, capacity);
  }
  List* list = thread.heap.make<List>(Kind::List, thread.realm.shape(BuiltinClass::List), 0);
  list->length.store(0, std::memory_order_relaxed);
  list->items.store(items, std::memory_order_relaxed);
  list->more.store(nullptr, std::memory_order_relaxed);
  return list;
}

List* make_list(RealmThread& thread, std::span<const Value> items) {
  require_values(thread, items.size());
  List* list = make_list(thread, static_cast<std::uint32_t>(items.size()));
  if (!items.empty()) {
    Slot* slots = list->items.load(std::memory_order_relaxed)->slots;
    for (std::size_t i = 0; i < items.size(); ++i) slots[i].initialize(items[i]);
    list->length.store(static_cast<std::uint32_t>(items.size()), std::memory_order_release);
  }
  return list;
}

Slice* make_slice(RealmThread& thread, Value start, Value stop, Value step) {
  Slice* slice = thread.heap.make<Slice>(Kind::Slice, thread.realm.shape(BuiltinClass::Slice), 0);
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return slice;
}

Range* make_range(RealmThread& thread, std::int64_t start, std::int64_t stop, std::int64_t step) {
  // The distance of two int64 needs 65 bits; unsigned arithmetic gives it exactly.
  std::uint64_t length = 0;
  if (step > 0 && start < stop) {
    length =
        (static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start) - 1) / static_cast<std::uint64_t>(step) +
        1;
  } else if (step < 0 && start > stop) {
    std::uint64_t stride = std::uint64_t{0} - static_cast<std::uint64_t>(step);
    length = (static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop) - 1) / stride + 1;
  }
  Value values[4] = {make_int(thread, start), make_int(thread, stop), make_int(thread, step),
                     make_int_u64(thread, length)};
  Range* range = thread.heap.make<Range>(Kind::Range, thread.realm.shape(BuiltinClass::Range), 0);
  range->start = values[0];
  range->stop = values[1];
  range->step = values[2];
  range->length = values[3];
  return range;
}

void list_append(RealmThread& thread, List* list, Value value) {
  ObjectLock lock(list, thread.parallel);
  std::uint32_t length = list->length.load(std::memory_order_relaxed);
  Array* items = list->items.load(std::memory_order_relaxed);
  if (items == nullptr || length == items->capacity) {
    items = reserve(thread, list, std::uint64_t{length} + 1);
  }
  items->slots[length].store(value);
  list->length.store(length + 1, std::memory_order_release);
}

bool list_set(RealmThread& thread, List* list, std::size_t index, Value value) {
  ObjectLock lock(list, thread.parallel);
  if (index >= list->length.load(std::memory_order_relaxed)) return false;
  list->items.load(std::memory_order_relaxed)->slots[index].store(value);
  return true;
}

Value list_pop(RealmThread& thread, List* list, std::int64_t index) {
  ObjectLock lock(list, thread.parallel);
  std::int64_t length = list->length.load(std::memory_order_relaxed);
  if (!normalize_index(index, length)) return Value::unbound();
  return take_out(thread, list, index);
}

bool list_pop_if(RealmThread& thread, List* list, std::size_t index, Value item) {
  ObjectLock lock(list, thread.parallel);
  if (index >= list->length.load(std::memory_order_relaxed)) return false;
  if (list->items.load(std::memory_order_relaxed)->slots[index].load() != item) return false;
  take_out(thread, list, static_cast<std::int64_t>(index));
  return true;
}

bool list_drop(RealmThread& thread, List* list, Value item) {
  ObjectLock lock(list, thread.parallel);
  std::int64_t length = list->length.load(std::memory_order_relaxed);
  for (std::int64_t i = 0; i < length; ++i) {
    if (list->items.load(std::memory_order_relaxed)->slots[i].load() != item) continue;
    take_out(thread, list, i);
    return true;
  }
  return false;
}

bool list_insert(RealmThread& thread, List* list, std::int64_t index, Value value) {
  ObjectLock lock(list, thread.parallel);
  std::int64_t length = list->length.load(std::memory_order_relaxed);
  if (index < 0) index = std::max<std::int64_t>(0, index + length);
  index = std::min(index, length);
  Slot* slots = reserve(thread, list, static_cast<std::uint64_t>(length) + 1)->slots;
  move_slots(thread, slots + index + 1, slots + index, static_cast<std::size_t>(length - index));
  slots[index].store(value);
  list->length.store(static_cast<std::uint32_t>(length + 1), std::memory_order_release);
  return true;
}

void list_extend(RealmThread& thread, List* list, std::span<const Value> items) {
  if (items.empty()) return;
  ObjectLock lock(list, thread.parallel);
  std::uint32_t length = list->length.load(std::memory_order_relaxed);
  Slot* slots = reserve(thread, list, std::uint64_t{length} + items.size())->slots;
  for (std::size_t i = 0; i < items.size(); ++i) slots[length + i].store(items[i]);
  list->length.store(length + static_cast<std::uint32_t>(items.size()), std::memory_order_release);
}

void list_replace(RealmThread& thread, List* list, std::size_t begin, std::size_t count, std::span<const Value> items) {
  list_replace(thread, list, items, [&](std::size_t) { return std::pair(begin, count); });
}

void list_replace(RealmThread& thread, List* list, std::span<const Value> items,
                  const std::function<std::pair<std::size_t, std::size_t>(std::size_t)>& place) {
  ObjectLock lock(list, thread.parallel);
  std::size_t length = list->length.load(std::memory_order_relaxed);
  auto [begin, count] = place(length);
  begin = std::min(begin, length);
  count = std::min(count, length - begin);
  std::size_t new_length = length - count + items.size();
  if (new_length == 0) {
    list->length.store(0, std::memory_order_release);
    list->items.store(nullptr, std::memory_order_release);
    return;
  }
  Slot* slots = reserve(thread, list, new_length)->slots;
  move_slots(thread, slots + begin + items.size(), slots + begin + count, length - begin - count);
  for (std::size_t i = 0; i < items.size(); ++i) slots[begin + i].store(items[i]);
  list->length.store(static_cast<std::uint32_t>(new_length), std::memory_order_release);
  if (new_length < length) clear_slots(slots + new_length, length - new_length);
}

void list_extend(RealmThread& thread, List* list, List* other) {
  ObjectLocks lock(list, other, thread.parallel);
  std::uint32_t length = list->length.load(std::memory_order_relaxed);
  std::uint32_t count = other->length.load(std::memory_order_relaxed);
  if (count == 0) return;
  Slot* to = reserve(thread, list, std::uint64_t{length} + count)->slots + length;
  const Slot* from = other->items.load(std::memory_order_relaxed)->slots;
  for (std::uint32_t i = 0; i < count; ++i) to[i].store(from[i].load());
  list->length.store(length + count, std::memory_order_release);
}

void list_repeat(RealmThread& thread, List* list, std::int64_t count) {
  ObjectLock lock(list, thread.parallel);
  std::uint32_t length = list->length.load(std::memory_order_relaxed);
  if (count == 1 || length == 0) return;
  if (count <= 0) {
    list->length.store(0, std::memory_order_release);
    list->items.store(nullptr, std::memory_order_release);
    return;
  }
  if (static_cast<std::uint64_t>(count) > thread.realm.heap.limit()) throw HeapExhausted();
  std::uint64_t total = std::uint64_t{length} * static_cast<std::uint64_t>(count);
  Slot* slots = reserve(thread, list, total)->slots;
  for (std::uint64_t i = length; i < total; ++i) slots[i].store(slots[i - length].load());
  list->length.store(static_cast<std::uint32_t>(total), std::memory_order_release);
}

std::vector<Value> list_snapshot(RealmThread& thread, List* list) {
  ObjectLock lock(list, thread.parallel);
  return copy_of(list);
}

void list_snapshots(RealmThread& thread, List* a, List* b, std::vector<Value>& items_a, std::vector<Value>& items_b) {
  ObjectLocks lock(a, b, thread.parallel);
  items_a = copy_of(a);
  items_b = copy_of(b);
}

List* list_sum(RealmThread& thread, List* a, List* b) {
  ObjectLocks lock(a, b, thread.parallel);
  std::size_t length_a = a->length.load(std::memory_order_relaxed);
  std::size_t length_b = b->length.load(std::memory_order_relaxed);
  require_values(thread, length_a + length_b);
  List* sum = make_list(thread, static_cast<std::uint32_t>(length_a + length_b));
  if (length_a + length_b == 0) return sum;
  Slot* slots = sum->items.load(std::memory_order_relaxed)->slots;
  if (length_a != 0) copy_slots(slots, a->items.load(std::memory_order_relaxed)->slots, length_a);
  if (length_b != 0) copy_slots(slots + length_a, b->items.load(std::memory_order_relaxed)->slots, length_b);
  sum->length.store(static_cast<std::uint32_t>(length_a + length_b), std::memory_order_release);
  return sum;
}

bool list_rearrange(RealmThread& thread, List* list, std::int64_t length, std::int64_t new_length, Value added,
                    const ListPlaces& reads, const ListPlaces& writes) {
  ObjectLock lock(list, thread.parallel);
  if (list->length.load(std::memory_order_relaxed) != length) return false;
  Array* items = new_length > length ? reserve(thread, list, static_cast<std::uint64_t>(new_length))
                                     : list->items.load(std::memory_order_relaxed);
  for (auto& [place, value] : reads) {
    if (items->slots[place].load() != value) return false;
  }
  if (new_length > length) items->slots[length].store(added);
  list->length.store(static_cast<std::uint32_t>(new_length), std::memory_order_release);
  for (auto& [place, value] : writes) items->slots[place].store(value);
  if (new_length < length) items->slots[new_length].store(Value::unbound());
  return true;
}

bool list_replace_if(RealmThread& thread, List* list, std::span<const Value> before, std::span<const Value> items) {
  ObjectLock lock(list, thread.parallel);
  if (list->length.load(std::memory_order_relaxed) != before.size()) return false;
  if (before.empty()) return true;
  Slot* slots = list->items.load(std::memory_order_relaxed)->slots;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (slots[i].load() != before[i]) return false;
  }
  for (std::size_t i = 0; i < items.size(); ++i) slots[i].store(items[i]);
  return true;
}

std::vector<Value> list_take_all(RealmThread& thread, List* list) {
  ObjectLock lock(list, thread.parallel);
  std::vector<Value> items = copy_of(list);
  list->length.store(0, std::memory_order_release);
  list->items.store(nullptr, std::memory_order_release);
  return items;
}

bool list_give_back(RealmThread& thread, List* list, std::span<const Value> items) {
  List* sorted = make_list(thread, items);
  ObjectLock lock(list, thread.parallel);
  bool untouched = list->items.load(std::memory_order_relaxed) == nullptr;
  list->items.store(sorted->items.load(std::memory_order_relaxed), std::memory_order_release);
  list->length.store(static_cast<std::uint32_t>(items.size()), std::memory_order_release);
  return untouched;
}

List* list_part(RealmThread& thread, List* list, std::size_t begin, std::size_t count) {
  ObjectLock lock(list, thread.parallel);
  std::size_t length = list->length.load(std::memory_order_relaxed);
  begin = std::min(begin, length);
  count = std::min(count, length - begin);
  List* part = make_list(thread, static_cast<std::uint32_t>(count));
  if (count != 0) {
    copy_slots(part->items.load(std::memory_order_relaxed)->slots,
               list->items.load(std::memory_order_relaxed)->slots + begin, count);
    part->length.store(static_cast<std::uint32_t>(count), std::memory_order_release);
  }
  return part;
}

}  // namespace threadbook::python
