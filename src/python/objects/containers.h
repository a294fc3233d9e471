// The layouts of tuple, list, range, slice and of the raw storage lists and attributes use.
#pragma once

#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "python/objects/object.h"

namespace threadbook::python {

struct RealmThread;

// Raw slots. `next` chains the chunks of an object's attributes (instance.h).
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
// Takes the first item out that is `item` itself; false if there is none.
bool list_drop(RealmThread& thread, List* list, Value item);
bool list_insert(RealmThread& thread, List* list, std::int64_t index, Value value);
void list_extend(RealmThread& thread, List* list, std::span<const Value> items);
// Replaces [begin, begin + count) by `items`. REQUIRES: nothing of the bounds: they are clamped.
void list_replace(RealmThread& thread, List* list, std::size_t begin, std::size_t count, std::span<const Value> items);
// For what rearranges a list after it has looked at some of its places: makes the list, `length` items long,
// `new_length` long (by one item, `added`, or by taking the last out) and stores `writes`. False, and nothing
// done, if with threads in parallel the length or one of `reads` is another one by now.
using ListPlaces = std::vector<std::pair<std::int64_t, Value>>;
bool list_rearrange(RealmThread& thread, List* list, std::int64_t length, std::int64_t new_length, Value added,
                    const ListPlaces& reads, const ListPlaces& writes);
// Replaces all items if they are `before`.
bool list_replace_if(RealmThread& thread, List* list, std::span<const Value> before, std::span<const Value> items);
// list.extend(other).
void list_extend(RealmThread& thread, List* list, List* other);
// list *= count. Throws HeapExhausted.
void list_repeat(RealmThread& thread, List* list, std::int64_t count);
// Takes the item at `index` out if it is `item` itself; false, and nothing done, if it is not.
bool list_pop_if(RealmThread& thread, List* list, std::size_t index, Value item);
// The same for a range that `place` tells from the list's length: where it begins, how many items it has.
void list_replace(RealmThread& thread, List* list, std::span<const Value> items,
                  const std::function<std::pair<std::size_t, std::size_t>(std::size_t)>& place);
// A copy of the items as they are at one moment; of two lists' items at the same moment.
std::vector<Value> list_snapshot(RealmThread& thread, List* list);
void list_snapshots(RealmThread& thread, List* a, List* b, std::vector<Value>& items_a, std::vector<Value>& items_b);
// a + b.
List* list_sum(RealmThread& thread, List* a, List* b);
// For list.sort(): empties the list, and puts the items back. False: somebody has put something there meanwhile,
// which is gone.
std::vector<Value> list_take_all(RealmThread& thread, List* list);
bool list_give_back(RealmThread& thread, List* list, std::span<const Value> items);

}  // namespace threadbook::python
