#include "python/objects/deque.h"

#include <algorithm>

#include "python/objects/container_support.h"

namespace threadbook::python {

namespace {

constexpr std::uint32_t kFirstCapacity = 8;

// What the functions work on, with the lock held: the ring as it is now. Its capacity is a power of
// two, so that a place in it is a number and a mask.
class Ring {
 public:
  explicit Ring(Deque* deque) : deque_(deque), items_(deque->items.load(std::memory_order_relaxed)) {}

  std::uint32_t length() const { return deque_->length.load(std::memory_order_relaxed); }
  Slot& at(std::int64_t index) const {
    return items_->slots[(deque_->first + static_cast<std::uint32_t>(index)) & (items_->capacity - 1)];
  }

  // Room for `need` items. Throws HeapExhausted, and nothing has changed.
  void reserve(RealmThread& thread, std::uint64_t need) {
    if (items_ != nullptr && need <= items_->capacity) return;
    require_values(thread, need);
    std::uint64_t capacity = kFirstCapacity;
    while (capacity < need) capacity *= 2;
    Array* grown = make_array(thread, static_cast<std::uint32_t>(capacity));
    for (std::uint32_t i = 0; i < length(); ++i) grown->slots[i].initialize(at(i).load());
    deque_->first = 0;
    deque_->items.store(grown, std::memory_order_release);
    items_ = grown;
  }

  void push_right(Value value) {
    at(length()).store(value);
    set_length(length() + 1);
  }
  void push_left(Value value) {
    deque_->first = (deque_->first - 1) & (items_->capacity - 1);
    at(0).store(value);
    set_length(length() + 1);
  }
  Value pop_right() {
    Slot& slot = at(length() - 1);
    Value value = slot.load();
    slot.store(Value::unbound());
    set_length(length() - 1);
    return value;
  }
  Value pop_left() {
    Slot& slot = at(0);
    Value value = slot.load();
    slot.store(Value::unbound());
    deque_->first = (deque_->first + 1) & (items_->capacity - 1);
    set_length(length() - 1);
    return value;
  }

  std::vector<Value> items() const {
    std::vector<Value> copy(length());
    for (std::size_t i = 0; i < copy.size(); ++i) copy[i] = at(static_cast<std::int64_t>(i)).load();
    return copy;
  }

  void changed() { deque_->version.fetch_add(1, std::memory_order_relaxed); }

 private:
  void set_length(std::uint32_t length) { deque_->length.store(length, std::memory_order_release); }

  Deque* deque_;
  Array* items_;
};

bool is_full(const Deque* deque, std::uint32_t length) {
  return deque->max_length >= 0 && length >= static_cast<std::uint64_t>(deque->max_length);
}

void push(RealmThread& thread, Deque* deque, Value value, bool left) {
  if (deque->max_length == 0) return;
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  ring.reserve(thread, std::uint64_t{ring.length()} + (is_full(deque, ring.length()) ? 0 : 1));
  if (is_full(deque, ring.length())) left ? ring.pop_right() : ring.pop_left();
  left ? ring.push_left(value) : ring.push_right(value);
  ring.changed();
}

}  // namespace

Deque* make_deque(RealmThread& thread, std::span<const Value> items, std::int64_t max_length) {
  Deque* deque = thread.heap.make<Deque>(Kind::Deque, thread.realm.shape(BuiltinClass::Deque), 0);
  deque->length.store(0, std::memory_order_relaxed);
  deque->first = 0;
  deque->items.store(nullptr, std::memory_order_relaxed);
  deque->max_length = max_length;
  deque->version.store(0, std::memory_order_relaxed);
  deque->more.store(nullptr, std::memory_order_relaxed);
  deque_extend(thread, deque, items, false);
  return deque;
}

void deque_append(RealmThread& thread, Deque* deque, Value value) { push(thread, deque, value, false); }
void deque_append_left(RealmThread& thread, Deque* deque, Value value) { push(thread, deque, value, true); }

void deque_extend(RealmThread& thread, Deque* deque, std::span<const Value> items, bool left) {
  ObjectLock lock(deque, thread.parallel);
  if (deque->max_length >= 0 && items.size() > static_cast<std::uint64_t>(deque->max_length)) {
    items = items.last(static_cast<std::size_t>(deque->max_length));
  }
  if (items.empty()) return;
  Ring ring(deque);
  std::uint64_t need = std::uint64_t{ring.length()} + items.size();
  if (deque->max_length >= 0) need = std::min(need, static_cast<std::uint64_t>(deque->max_length));
  ring.reserve(thread, need);
  for (Value item : items) {
    if (is_full(deque, ring.length())) left ? ring.pop_right() : ring.pop_left();
    left ? ring.push_left(item) : ring.push_right(item);
  }
  ring.changed();
}

bool deque_pop(RealmThread& thread, Deque* deque, Value& out) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  if (ring.length() == 0) return false;
  out = ring.pop_right();
  ring.changed();
  return true;
}

bool deque_pop_left(RealmThread& thread, Deque* deque, Value& out) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  if (ring.length() == 0) return false;
  out = ring.pop_left();
  ring.changed();
  return true;
}

void deque_clear(RealmThread& thread, Deque* deque) {
  ObjectLock lock(deque, thread.parallel);
  deque->length.store(0, std::memory_order_release);
  deque->items.store(nullptr, std::memory_order_release);
  deque->first = 0;
  Ring(deque).changed();
}

void deque_assign(RealmThread& thread, Deque* deque, std::span<const Value> items, std::int64_t max_length) {
  Deque* made = make_deque(thread, items, max_length);
  ObjectLock lock(deque, thread.parallel);
  deque->items.store(made->items.load(std::memory_order_relaxed), std::memory_order_release);
  deque->first = made->first;
  deque->max_length = max_length;
  deque->length.store(made->length.load(std::memory_order_relaxed), std::memory_order_release);
  Ring(deque).changed();
}

void deque_rotate(RealmThread& thread, Deque* deque, std::int64_t steps) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  std::int64_t length = ring.length();
  if (length <= 1) return;
  steps %= length;
  if (steps < 0) steps += length;
  if (steps <= length / 2) {
    for (; steps > 0; --steps) ring.push_left(ring.pop_right());
  } else {
    for (; steps < length; ++steps) ring.push_right(ring.pop_left());
  }
  ring.changed();
}

void deque_reverse(RealmThread& thread, Deque* deque) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  std::int64_t length = ring.length();
  for (std::int64_t i = 0; i < length / 2; ++i) {
    Value low = ring.at(i).load();
    ring.at(i).store(ring.at(length - 1 - i).load());
    ring.at(length - 1 - i).store(low);
  }
}

bool deque_insert(RealmThread& thread, Deque* deque, std::int64_t index, Value value) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  std::int64_t length = ring.length();
  if (is_full(deque, ring.length())) return false;
  if (index < 0) index = std::max<std::int64_t>(0, index + length);
  index = std::min(index, length);
  ring.reserve(thread, static_cast<std::uint64_t>(length) + 1);
  ring.push_right(value);
  for (std::int64_t i = length; i > index; --i) ring.at(i).store(ring.at(i - 1).load());
  ring.at(index).store(value);
  ring.changed();
  return true;
}

bool deque_get(RealmThread& thread, Deque* deque, std::int64_t index, Value& out) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  if (index >= ring.length()) return false;
  out = ring.at(index).load();
  return true;
}

bool deque_get_unchanged(RealmThread& thread, Deque* deque, std::uint32_t version, std::int64_t index, Value& out) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  if (deque->version.load(std::memory_order_relaxed) != version || index >= ring.length()) return false;
  out = ring.at(index).load();
  return true;
}

bool deque_set(RealmThread& thread, Deque* deque, std::int64_t index, Value value) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  if (index >= ring.length()) return false;
  ring.at(index).store(value);
  return true;
}

bool deque_remove_at(RealmThread& thread, Deque* deque, std::int64_t index, const std::uint32_t* version) {
  ObjectLock lock(deque, thread.parallel);
  Ring ring(deque);
  std::int64_t length = ring.length();
  if (index >= length) return false;
  if (version != nullptr && deque->version.load(std::memory_order_relaxed) != *version) return false;
  for (std::int64_t i = index; i + 1 < length; ++i) ring.at(i).store(ring.at(i + 1).load());
  ring.pop_right();
  ring.changed();
  return true;
}

std::vector<Value> deque_snapshot(RealmThread& thread, Deque* deque, std::uint32_t* version) {
  ObjectLock lock(deque, thread.parallel);
  if (version != nullptr) *version = deque->version.load(std::memory_order_relaxed);
  return Ring(deque).items();
}

void deque_snapshots(RealmThread& thread, Deque* a, Deque* b, std::vector<Value>& items_a,
                     std::vector<Value>& items_b) {
  ObjectLocks lock(a, b, thread.parallel);
  items_a = Ring(a).items();
  items_b = Ring(b).items();
}

}  // namespace threadbook::python
