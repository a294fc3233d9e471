// The layouts of tuple, list, range, slice and of the raw storage lists and attributes use.
#pragma once

#include <span>
#include <vector>

#include "python/objects/object.h"

namespace threadbook::python {

struct ThreadState;
using RealmThread = ThreadState;

// Raw slots. `next` chains the chunks of an object's attributes (attributes.h).
struct Array : Object {
  std::uint32_t capacity;
  std::atomic<Object*> next;
  Slot slots[1];  // `capacity` of them, Unbound at first
};

struct Tuple : Object {
  std::uint32_t length;
  Value items[1];  // never change once the tuple can be seen

  std::span<const Value> view() const { return {items, length}; }
};

// Invariant: length <= items->capacity at every moment a lock is not held; a reader without the lock
// checks the index against both and treats an Unbound slot as past the end.
struct List : Object {
  std::atomic<std::uint32_t> length;
  std::atomic<Array*> items;
  std::atomic<Object*> more;  // attributes, in instances of a subclass
};

// REQUIRES of start, stop, step: ints, small or big.
struct Range : Object {
  Value start, stop, step;
  Value length;  // int
};

struct Slice : Object {
  Value start, stop, step;
};

// An instance of a subclass of int, float, str, tuple or bytes: the plain value and the attributes.
struct Boxed : Object {
  std::atomic<Object*> more;
  Value payload;
};

Array* make_array(RealmThread& thread, std::uint32_t capacity);
Tuple* make_tuple(RealmThread& thread, std::uint32_t length);  // items Unbound; fill before anybody sees it
Tuple* make_tuple(RealmThread& thread, std::span<const Value> items);
List* make_list(RealmThread& thread, std::uint32_t capacity = 0);
List* make_list(RealmThread& thread, std::span<const Value> items);
Slice* make_slice(RealmThread& thread, Value start, Value stop, Value step);
Range* make_range(RealmThread& thread, std::int64_t start, std::int64_t stop, std::int64_t step);

// Single operations, atomic with respect to each other whatever the threads do.
void list_append(RealmThread& thread, List* list, Value value);
// False: past the end.
inline bool list_get(const List* list, std::size_t index, Value& out) {
  if (index >= list->length.load(std::memory_order_acquire)) return false;
  const Array* items = list->items.load(std::memory_order_acquire);
  if (items == nullptr || index >= items->capacity) return false;
  out = items->slots[index].load();
  return !out.is_unbound();
}
bool list_set(RealmThread& thread, List* list, std::size_t index, Value value);
Value list_pop(RealmThread& thread, List* list, std::int64_t index);  // Unbound: past the end
bool list_insert(RealmThread& thread, List* list, std::int64_t index, Value value);
void list_extend(RealmThread& thread, List* list, std::span<const Value> items);
// Replaces [begin, begin + count) by `items`. REQUIRES: nothing of the bounds: they are clamped.
void list_replace(RealmThread& thread, List* list, std::size_t begin, std::size_t count, std::span<const Value> items);
// A copy of the items as they are at one moment.
std::vector<Value> list_snapshot(RealmThread& thread, List* list);

}  // namespace threadbook::python
