// collections.deque: a ring of slots that grows and shrinks at both ends.
//
// Thread safety: every function is one atomic operation; without the GIL it holds the object's lock,
// readers too, because where an item lies follows from three fields together.
#pragma once

#include <span>
#include <vector>

#include "python/objects/object.h"

namespace threadbook::python {

struct RealmThread;
struct Array;

struct Deque : Object {
  std::atomic<std::uint32_t> length;
  std::uint32_t first;                 // slot of the leftmost item
  std::atomic<Array*> items;           // the ring, nullptr before the first item
  std::int64_t max_length;             // items beyond drop out at the other end; -1: no bound
  std::atomic<std::uint32_t> version;  // counts what iterators must not see
  std::atomic<Object*> more;           // attributes, in instances of a subclass
};

inline Deque* as_deque(Value v) { return is_kind(v, Kind::Deque) ? static_cast<Deque*>(v.as_object()) : nullptr; }

Deque* make_deque(RealmThread& thread, std::span<const Value> items, std::int64_t max_length);

void deque_append(RealmThread& thread, Deque* deque, Value value);
void deque_append_left(RealmThread& thread, Deque* deque, Value value);
// All or, without memory for it, nothing. `left`: the last one given ends up leftmost.
void deque_extend(RealmThread& thread, Deque* deque, std::span<const Value> items, bool left);
bool deque_pop(RealmThread& thread, Deque* deque, Value& out);  // false: it is empty
bool deque_pop_left(RealmThread& thread, Deque* deque, Value& out);
void deque_clear(RealmThread& thread, Deque* deque);
// Turns it into exactly `items`, of which the first are dropped if they are too many.
void deque_assign(RealmThread& thread, Deque* deque, std::span<const Value> items, std::int64_t max_length);
void deque_rotate(RealmThread& thread, Deque* deque, std::int64_t steps);
void deque_reverse(RealmThread& thread, Deque* deque);
// False: it has its maximal length. The index is clamped.
bool deque_insert(RealmThread& thread, Deque* deque, std::int64_t index, Value value);
// False: past the end. The index counts from the left and is not negative.
bool deque_get(RealmThread& thread, Deque* deque, std::int64_t index, Value& out);
// The same for iterators; also false once the deque has another version.
bool deque_get_unchanged(RealmThread& thread, Deque* deque, std::uint32_t version, std::int64_t index, Value& out);
bool deque_set(RealmThread& thread, Deque* deque, std::int64_t index, Value value);
// Also false if the deque has not `version`.
bool deque_remove_at(RealmThread& thread, Deque* deque, std::int64_t index, const std::uint32_t* version = nullptr);
// A copy of the items as they are at one moment; `version` is the deque's then.
std::vector<Value> deque_snapshot(RealmThread& thread, Deque* deque, std::uint32_t* version = nullptr);
void deque_snapshots(RealmThread& thread, Deque* a, Deque* b, std::vector<Value>& items_a,
                     std::vector<Value>& items_b);  // of two at the same moment

}  // namespace threadbook::python
