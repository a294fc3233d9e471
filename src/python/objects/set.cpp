// set and frozenset. The order in which a set iterates is where its items stand in the table, so
// growth, probing and every short cut below follow CPython's description of its sets (the comments
// of Objects/setobject.c): a program that prints a set of small ints prints the same here.
#include <algorithm>
#include <bit>

#include "python/objects/container_support.h"
#include "python/objects/key_match.h"

namespace threadbook::python {

namespace {

constexpr std::uint32_t kMinMask = 7;
// Neighbours looked at before jumping: they share a cache line with the first.
constexpr std::uint32_t kLinearProbes = 9;
constexpr std::uint64_t kDeletedHash = ~std::uint64_t{0};  // no key has the hash -1
// Beyond this many items a table doubles; below it grows fourfold.
constexpr std::uint32_t kSlowGrowth = 50000;

bool is_free(const SetEntry& entry) { return entry.key.is_unbound(); }
bool is_deleted(const SetEntry& entry) { return entry.hash == kDeletedHash; }
bool is_live(const SetEntry& entry) { return !is_free(entry) && !is_deleted(entry); }

std::uint32_t used_of(const Set* set) { return set->used.load(std::memory_order_relaxed); }
std::uint32_t mask_of(const Set* set) { return set->table == nullptr ? kMinMask : set->table->mask; }
// A frozenset never changes once it can be seen.
bool must_lock(const RealmThread& thread, const Set* set) { return thread.parallel && !is_frozen(set); }

class SetLocks : public ObjectLocks {
 public:
  SetLocks(RealmThread& thread, Set* a, Set* b)
      : ObjectLocks(is_frozen(a) ? nullptr : a, is_frozen(b) ? nullptr : b, thread.parallel) {}
};

SetTable* make_table(RealmThread& thread, std::uint64_t size) {
  if (size > thread.realm.heap.limit() / sizeof(SetEntry)) throw HeapExhausted();
  SetTable* table =
      thread.heap.make<SetTable>(Kind::SetTable, 0, (static_cast<std::size_t>(size) - 1) * sizeof(SetEntry));
  table->mask = static_cast<std::uint32_t>(size - 1);
  for (std::size_t i = 0; i < size; ++i) table->entries[i] = {0, Value::unbound()};
  return table;
}

// Visits the entries a search for `hash` looks at, in order, until `stop(entry)` is true.
template <class Stop>
SetEntry* probe(SetTable* table, std::uint64_t hash, Stop stop) {
  const std::uint64_t mask = table->mask;
  std::uint64_t perturb = hash;
  std::uint64_t index = hash & mask;
  for (;;) {
    std::uint32_t neighbours = index + kLinearProbes <= mask ? kLinearProbes : 0;
    for (SetEntry* entry = table->entries + index;; ++entry) {
      if (stop(*entry)) return entry;
      if (neighbours-- == 0) break;
    }
    perturb >>= 5;
    index = (index * 5 + 1 + perturb) & mask;
  }
}

struct Found {
  Lookup lookup;
  SetEntry* entry;  // Found: it; Absent: where a new one goes
};

// REQUIRES: table != nullptr. A new entry goes where the last deleted one on the way was, if any.
Found find(RealmThread& thread, SetTable* table, Value key, std::uint64_t hash) {
  Lookup lookup = Lookup::Absent;
  SetEntry* deleted = nullptr;
  SetEntry* entry = probe(table, hash, [&](SetEntry& candidate) {
    if (is_free(candidate)) return true;
    if (is_deleted(candidate)) deleted = &candidate;
    if (candidate.hash != hash) return false;
    lookup = candidate.key == key ? Lookup::Found : match_keys(thread, candidate.key, key);
    return lookup != Lookup::Absent;
  });
  return {lookup, lookup == Lookup::Absent && deleted != nullptr ? deleted : entry};
}

// For a key known to be absent, into a table without deleted entries.
void insert_clean(SetTable* table, Value key, std::uint64_t hash) {
  *probe(table, hash, [](const SetEntry& entry) { return is_free(entry); }) = {hash, key};
}

// The smallest table larger than `items`, holding what is alive.
void resize(RealmThread& thread, Set* set, std::uint64_t items) {
  std::uint64_t size = kMinMask + 1;
  while (size <= items) size *= 2;
  SetTable* table = make_table(thread, size);
  if (SetTable* old = set->table) {
    for (std::uint64_t i = 0; i <= old->mask; ++i) {
      if (is_live(old->entries[i])) insert_clean(table, old->entries[i].key, old->entries[i].hash);
    }
  }
  set->table = table;
  set->fill = used_of(set);
}

std::uint64_t grown(std::uint64_t used) { return used > kSlowGrowth ? used * 2 : used * 4; }

// REQUIRES: the lock held; `entry` is free or deleted, where find() said.
void insert(RealmThread& thread, Set* set, SetEntry* entry, Value key, std::uint64_t hash) {
  std::uint32_t used = used_of(set) + 1;
  if (is_deleted(*entry)) {
    *entry = {hash, key};
    set->used.store(used, std::memory_order_relaxed);
    return;
  }
  std::uint64_t fill = std::uint64_t{set->fill} + 1;
  if (fill * 5 >= std::uint64_t{set->table->mask} * 3) {
    // Make the larger table first: if there is no room nothing has changed.
    std::uint64_t size = kMinMask + 1;
    while (size <= grown(used)) size *= 2;
    SetTable* table = make_table(thread, size);
    *entry = {hash, key};
    for (std::uint64_t i = 0; i <= set->table->mask; ++i) {
      const SetEntry& old = set->table->entries[i];
      if (is_live(old)) insert_clean(table, old.key, old.hash);
    }
    set->table = table;
    set->fill = used;
  } else {
    *entry = {hash, key};
    ++set->fill;
  }
  set->used.store(used, std::memory_order_relaxed);
}

Lookup add(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  if (set->table == nullptr) set->table = make_table(thread, kMinMask + 1);
  Found found = find(thread, set->table, key, hash);
  if (found.lookup == Lookup::Absent) insert(thread, set, found.entry, key, hash);
  return found.lookup;
}

Lookup contains(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  return set->table == nullptr ? Lookup::Absent : find(thread, set->table, key, hash).lookup;
}

void erase(Set* set, SetEntry* entry) {
  *entry = {kDeletedHash, Value::not_implemented()};
  set->used.store(used_of(set) - 1, std::memory_order_relaxed);
}

Lookup discard(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  if (set->table == nullptr) return Lookup::Absent;
  Found found = find(thread, set->table, key, hash);
  if (found.lookup == Lookup::Found) erase(set, found.entry);
  return found.lookup;
}

SetItems entries_of(const Set* set) {
  if (set->table == nullptr) return {};
  return {set->table->entries, std::size_t{set->table->mask} + 1};
}

// ---- Operations of two sets. REQUIRES of them all: the locks of both held, the sets not the same. ----

Status merge(RealmThread& thread, Set* set, const Set* other) {
  if (used_of(other) == 0) return Status::Ok;
  if ((std::uint64_t{set->fill} + used_of(other)) * 5 >= std::uint64_t{mask_of(set)} * 3) {
    resize(thread, set, (std::uint64_t{used_of(set)} + used_of(other)) * 2);
  } else if (set->table == nullptr) {
    set->table = make_table(thread, kMinMask + 1);
  }
  if (set->fill == 0 && set->table->mask == mask_of(other) && other->fill == used_of(other)) {
    SetItems entries = entries_of(other);
    std::copy(entries.begin(), entries.end(), set->table->entries);
    set->fill = other->fill;
    set->used.store(used_of(other), std::memory_order_relaxed);
    return Status::Ok;
  }
  if (set->fill == 0) {
    for (const SetEntry& entry : entries_of(other)) {
      if (is_live(entry)) insert_clean(set->table, entry.key, entry.hash);
    }
    set->fill = used_of(other);
    set->used.store(used_of(other), std::memory_order_relaxed);
    return Status::Ok;
  }
  for (const SetEntry& entry : entries_of(other)) {
    if (!is_live(entry)) continue;
    if (add(thread, set, entry.key, entry.hash) == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

void take(Set* set, const Set* from) {
  set->table = from->table;
  set->fill = from->fill;
  set->used.store(used_of(from), std::memory_order_relaxed);
}

void clear(Set* set) {
  set->table = nullptr;
  set->fill = 0;
  set->used.store(0, std::memory_order_relaxed);
}

void compact(RealmThread& thread, Set* set) {
  if (set->table == nullptr) return;
  if (set->fill - used_of(set) > set->table->mask / 4) resize(thread, set, grown(used_of(set)));
}

// Into `common` those of `items` that are in `set`.
Status gather(RealmThread& thread, Set* set, SetItems items, Set* common) {
  for (const SetEntry& entry : items) {
    if (!is_live(entry)) continue;
    Lookup there = contains(thread, set, entry.key, entry.hash);
    if (there == Lookup::Found) there = add(thread, common, entry.key, entry.hash);
    if (there == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

Status intersect(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out) {
  if (used_of(b) > used_of(a)) std::swap(a, b);
  out = make_set(thread, frozen);
  return gather(thread, a, entries_of(b), out);
}

Status remove_all(RealmThread& thread, Set* set, SetItems items) {
  for (const SetEntry& entry : items) {
    if (!is_live(entry)) continue;
    if (discard(thread, set, entry.key, entry.hash) == Lookup::NeedsPython) return Status::Fallback;
  }
  compact(thread, set);
  return Status::Ok;
}

Status remove_all(RealmThread& thread, Set* set, Set* other) {
  Set* removed = other;
  // Far more to remove than there is: first what the two have in common.
  if (used_of(other) >> 3 > used_of(set)) {
    Status status = intersect(thread, set, other, false, removed);
    if (status != Status::Ok) return status;
  }
  return remove_all(thread, set, entries_of(removed));
}

Status toggle_all(RealmThread& thread, Set* set, const Set* other) {
  // Toggling twice is not toggling once, so first ask whether it can be done to the end.
  for (const SetEntry& entry : entries_of(other)) {
    if (is_live(entry) && contains(thread, set, entry.key, entry.hash) == Lookup::NeedsPython) {
      return Status::Fallback;
    }
  }
  for (const SetEntry& entry : entries_of(other)) {
    if (!is_live(entry)) continue;
    if (discard(thread, set, entry.key, entry.hash) == Lookup::Absent) {
      add(thread, set, entry.key, entry.hash);
    }
  }
  return Status::Ok;
}

Set* copy_of(RealmThread& thread, const Set* set, bool frozen) {
  Set* copy = make_set(thread, frozen);
  merge(thread, copy, set);
  return copy;
}

Status is_subset(RealmThread& thread, Set* a, Set* b, bool& out) {
  out = true;
  for (const SetEntry& entry : entries_of(a)) {
    if (!is_live(entry)) continue;
    Lookup there = contains(thread, b, entry.key, entry.hash);
    if (there == Lookup::NeedsPython) return Status::Fallback;
    if (there == Lookup::Absent) {
      out = false;
      return Status::Ok;
    }
  }
  return Status::Ok;
}

}  // namespace

Set* make_set(RealmThread& thread, bool frozen) {
  BuiltinClass cls = frozen ? BuiltinClass::FrozenSet : BuiltinClass::Set;
  Set* set = thread.heap.make<Set>(Kind::Set, thread.realm.shape(cls), 0);
  set->flags = frozen ? 1 : 0;
  set->used.store(0, std::memory_order_relaxed);
  set->fill = 0;
  set->table = nullptr;
  set->more.store(nullptr, std::memory_order_relaxed);
  set->finger = 0;
  return set;
}

Lookup set_contains(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  return contains(thread, set, key, hash);
}

Lookup set_add(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  return add(thread, set, key, hash);
}

Lookup set_discard(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  return discard(thread, set, key, hash);
}

void set_clear(RealmThread& thread, Set* set) {
  ObjectLock lock(set, must_lock(thread, set));
  clear(set);
}

bool set_next(RealmThread& thread, Set* set, std::uint32_t& position, Value& key) {
  ObjectLock lock(set, must_lock(thread, set));
  SetTable* table = set->table;
  if (table == nullptr) return false;
  for (std::uint64_t i = position; i <= table->mask; ++i) {
    if (!is_live(table->entries[i])) continue;
    key = table->entries[i].key;
    position = static_cast<std::uint32_t>(i + 1);
    return true;
  }
  position = table->mask + 1;
  return false;
}

bool set_pop(RealmThread& thread, Set* set, Value& key) {
  ObjectLock lock(set, must_lock(thread, set));
  if (used_of(set) == 0) return false;
  SetTable* table = set->table;
  std::uint32_t index = set->finger & table->mask;
  while (!is_live(table->entries[index])) index = (index + 1) & table->mask;
  key = table->entries[index].key;
  erase(set, &table->entries[index]);
  set->finger = index + 1;
  return true;
}

std::vector<SetEntry> set_snapshot(RealmThread& thread, Set* set) {
  ObjectLock lock(set, must_lock(thread, set));
  std::vector<SetEntry> copy;
  if (SetTable* table = set->table) {
    copy.reserve(used_of(set));
    for (std::uint64_t i = 0; i <= table->mask; ++i) {
      if (is_live(table->entries[i])) copy.push_back(table->entries[i]);
    }
  }
  return copy;
}

Set* set_copy(RealmThread& thread, Set* set, bool frozen) {
  ObjectLock lock(set, must_lock(thread, set));
  return copy_of(thread, set, frozen);
}

std::vector<Value> set_candidates(RealmThread& thread, Set* set, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  std::vector<Value> keys;
  if (set->table == nullptr) return keys;
  probe(set->table, hash, [&](const SetEntry& entry) {
    if (is_free(entry)) return true;
    if (entry.hash == hash) keys.push_back(entry.key);
    return false;
  });
  return keys;
}

bool set_add_if(RealmThread& thread, Set* set, Value key, std::uint64_t hash, std::size_t candidates) {
  ObjectLock lock(set, must_lock(thread, set));
  if (set->table == nullptr) set->table = make_table(thread, kMinMask + 1);
  std::size_t seen = 0;
  SetEntry* deleted = nullptr;
  SetEntry* entry = probe(set->table, hash, [&](SetEntry& e) {
    if (is_deleted(e)) deleted = &e;
    if (!is_free(e) && e.hash == hash) ++seen;
    return is_free(e);
  });
  if (seen != candidates) return false;
  insert(thread, set, deleted != nullptr ? deleted : entry, key, hash);
  return true;
}

void set_add_unchecked(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  if (set->table == nullptr) set->table = make_table(thread, kMinMask + 1);
  SetEntry* entry = probe(set->table, hash, [](const SetEntry& e) { return is_free(e); });
  insert(thread, set, entry, key, hash);
}

bool set_discard_identical(RealmThread& thread, Set* set, Value key, std::uint64_t hash) {
  ObjectLock lock(set, must_lock(thread, set));
  if (set->table == nullptr) return false;
  SetEntry* entry = probe(set->table, hash, [&](const SetEntry& candidate) {
    return is_free(candidate) || (candidate.hash == hash && candidate.key == key);
  });
  if (is_free(*entry)) return false;
  erase(set, entry);
  return true;
}

Status set_merge(RealmThread& thread, Set* set, Set* other) {
  if (set == other) return Status::Ok;
  SetLocks lock(thread, set, other);
  return merge(thread, set, other);
}

Status set_remove_all(RealmThread& thread, Set* set, Set* other) {
  SetLocks lock(thread, set, other);
  if (set != other) return remove_all(thread, set, other);
  clear(set);
  return Status::Ok;
}

Status set_toggle_all(RealmThread& thread, Set* set, Set* other) {
  SetLocks lock(thread, set, other);
  if (set != other) return toggle_all(thread, set, other);
  clear(set);
  return Status::Ok;
}

Status set_intersect_with(RealmThread& thread, Set* set, Set* other) {
  SetLocks lock(thread, set, other);
  Set* common = set;
  Status status = Status::Ok;
  if (set == other) {
    common = copy_of(thread, set, false);
  } else {
    status = intersect(thread, set, other, false, common);
  }
  if (status == Status::Ok) take(set, common);
  return status;
}

Status set_union(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out) {
  SetLocks lock(thread, a, b);
  out = copy_of(thread, a, frozen);
  return a == b ? Status::Ok : merge(thread, out, b);
}

Status set_intersection(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out) {
  SetLocks lock(thread, a, b);
  if (a != b) return intersect(thread, a, b, frozen, out);
  out = copy_of(thread, a, frozen);
  return Status::Ok;
}

Status set_difference(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out) {
  SetLocks lock(thread, a, b);
  if (a == b) {
    out = make_set(thread, frozen);
    return Status::Ok;
  }
  if (used_of(a) >> 2 > used_of(b)) {
    out = copy_of(thread, a, frozen);
    return remove_all(thread, out, b);
  }
  out = make_set(thread, frozen);
  for (const SetEntry& entry : entries_of(a)) {
    if (!is_live(entry)) continue;
    Lookup there = contains(thread, b, entry.key, entry.hash);
    if (there == Lookup::Absent) there = add(thread, out, entry.key, entry.hash);
    if (there == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

Status set_symmetric_difference(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out) {
  SetLocks lock(thread, a, b);
  out = copy_of(thread, b, frozen);
  if (a != b) return toggle_all(thread, out, a);
  clear(out);
  return Status::Ok;
}

Status set_add_all(RealmThread& thread, Set* set, SetItems items, bool reserve) {
  ObjectLock lock(set, must_lock(thread, set));
  if (reserve && (std::uint64_t{set->fill} + items.size()) * 5 >= std::uint64_t{mask_of(set)} * 3) {
    resize(thread, set, (std::uint64_t{used_of(set)} + items.size()) * 2);
  }
  for (const SetEntry& entry : items) {
    if (add(thread, set, entry.key, entry.hash) == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

Status set_remove_all(RealmThread& thread, Set* set, SetItems items) {
  ObjectLock lock(set, must_lock(thread, set));
  return remove_all(thread, set, items);
}

Status set_intersection(RealmThread& thread, Set* set, SetItems items, bool frozen, Set*& out) {
  ObjectLock lock(set, must_lock(thread, set));
  out = make_set(thread, frozen);
  return gather(thread, set, items, out);
}

Status set_intersect_with(RealmThread& thread, Set* set, SetItems items) {
  ObjectLock lock(set, must_lock(thread, set));
  Set* common = make_set(thread, false);
  Status status = gather(thread, set, items, common);
  if (status == Status::Ok) take(set, common);
  return status;
}

Status set_is_disjoint(RealmThread& thread, Set* set, SetItems items, bool& out) {
  ObjectLock lock(set, must_lock(thread, set));
  out = true;
  for (const SetEntry& entry : items) {
    Lookup there = contains(thread, set, entry.key, entry.hash);
    if (there == Lookup::NeedsPython) return Status::Fallback;
    if (there == Lookup::Found) out = false;
  }
  return Status::Ok;
}

void set_take(RealmThread& thread, Set* set, Set* from) {
  ObjectLock lock(set, must_lock(thread, set));
  take(set, from);
}

Status set_is_subset(RealmThread& thread, Set* a, Set* b, bool proper, bool& out) {
  SetLocks lock(thread, a, b);
  out = proper ? used_of(a) < used_of(b) : used_of(a) <= used_of(b);
  return !out || a == b ? Status::Ok : is_subset(thread, a, b, out);
}

Status set_equal(RealmThread& thread, Set* a, Set* b, bool& out) {
  SetLocks lock(thread, a, b);
  out = used_of(a) == used_of(b);
  return !out || a == b ? Status::Ok : is_subset(thread, a, b, out);
}

std::uint64_t set_hash(RealmThread& thread, Set* set) {
  // Order must not matter, so the items' hashes are shuffled and xored.
  std::uint64_t hash = 0;
  ObjectLock lock(set, must_lock(thread, set));
  for (const SetEntry& entry : entries_of(set)) {
    if (!is_live(entry)) continue;
    hash ^= ((entry.hash ^ 89869747) ^ (entry.hash << 16)) * 3644798167;
  }
  hash ^= (std::uint64_t{used_of(set)} + 1) * 1927868237;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069 + 907133923;
  return hash == kDeletedHash ? 590923713 : hash;
}

Set* make_set_of_constants(RealmThread& thread, std::span<const Value> items, bool iterated) {
  Set* display = make_set(thread, true);
  for (Value item : items) {
    std::uint64_t hash = 0;
    if (hash_value(thread, item, hash) == Status::Ok) add(thread, display, item, hash);
  }
  // CPython's compiler makes the frozenset anew when it shares equal constants.
  Set* constant = make_set(thread, true);
  for (const SetEntry& entry : set_snapshot(thread, display)) add(thread, constant, entry.key, entry.hash);
  return iterated ? constant : set_copy(thread, constant, false);
}

}  // namespace threadbook::python
