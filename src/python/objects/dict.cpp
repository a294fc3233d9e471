#include "python/objects/dict.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "python/objects/container_support.h"
#include "python/objects/key_match.h"
#include "python/objects/live_dict.h"

namespace threadbook::python {

namespace {

// What an index holds besides the number of an entry. A search ends at kEmpty and goes on at kDeleted.
constexpr std::int32_t kEmpty = -1;
constexpr std::int32_t kDeleted = -2;
constexpr std::uint32_t kMinIndices = 8;

// Two thirds of the indices may be taken: searches stay short and always find a kEmpty.
constexpr std::uint32_t usable_of(std::uint32_t index_count) {
  return static_cast<std::uint32_t>(std::uint64_t{index_count} * 2 / 3);
}

std::uint32_t index_count_for(std::uint64_t entries) {
  std::uint64_t count = kMinIndices;
  while (count * 2 / 3 < entries) count *= 2;
  if (count > UINT32_MAX / 4) throw HeapExhausted();
  return static_cast<std::uint32_t>(count);
}

DictTable* make_table(RealmThread& thread, std::uint32_t index_count) {
  std::uint32_t capacity = usable_of(index_count);
  std::uint64_t bytes =
      (std::uint64_t{capacity} - 1) * sizeof(DictEntry) + std::uint64_t{index_count} * sizeof(std::int32_t);
  if (bytes > thread.realm.heap.limit()) throw HeapExhausted();
  DictTable* table = thread.heap.make<DictTable>(Kind::DictTable, 0, static_cast<std::size_t>(bytes));
  table->capacity = capacity;
  table->index_count = index_count;
  table->count = 0;
  table->usable = capacity;
  table->first = 0;
  std::memset(table->indices(), 0xFF, std::size_t{index_count} * sizeof(std::int32_t));
  return table;
}

// The order in which a search visits the indices: CPython's, every bit of the hash has its say.
class Probe {
 public:
  Probe(std::uint64_t hash, std::uint32_t index_count)
      : perturb_(hash), mask_(index_count - 1), index_(static_cast<std::uint32_t>(hash) & mask_) {}
  std::uint32_t index() const { return index_; }
  void next() {
    perturb_ >>= 5;
    index_ = static_cast<std::uint32_t>(index_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  std::uint64_t perturb_;
  std::uint32_t mask_;
  std::uint32_t index_;
};

struct Found {
  Lookup lookup;
  std::int32_t entry;   // Found: its number
  std::uint32_t index;  // Found: where it stands; Absent: where a new one may go
};

Found find(RealmThread& thread, DictTable* table, Value key, std::uint64_t hash) {
  const std::int32_t* indices = table->indices();
  std::int64_t free_index = -1;
  for (Probe probe(hash, table->index_count);; probe.next()) {
    std::int32_t entry = indices[probe.index()];
    if (entry >= 0) {
      const DictEntry& candidate = table->entries[entry];
      if (candidate.key == key) return {Lookup::Found, entry, probe.index()};
      if (candidate.hash == hash) {
        Lookup match = match_keys(thread, candidate.key, key);
        if (match != Lookup::Absent) return {match, entry, probe.index()};
      }
    } else if (entry == kEmpty) {
      return {Lookup::Absent, 0, free_index >= 0 ? static_cast<std::uint32_t>(free_index) : probe.index()};
    } else if (free_index < 0) {
      free_index = probe.index();
    }
  }
}

// As find() for the one key that is `key` itself.
Found find_identical(DictTable* table, Value key, std::uint64_t hash) {
  const std::int32_t* indices = table->indices();
  for (Probe probe(hash, table->index_count);; probe.next()) {
    std::int32_t entry = indices[probe.index()];
    if (entry == kEmpty) return {Lookup::Absent, 0, probe.index()};
    if (entry >= 0 && table->entries[entry].key == key) return {Lookup::Found, entry, probe.index()};
  }
}

std::uint32_t free_index(DictTable* table, std::uint64_t hash) {
  const std::int32_t* indices = table->indices();
  Probe probe(hash, table->index_count);
  while (indices[probe.index()] >= 0) probe.next();
  return probe.index();
}

void append_entry(DictTable* table, std::uint32_t index, Value key, std::uint64_t hash, Value value) {
  table->indices()[index] = static_cast<std::int32_t>(table->count);
  table->entries[table->count] = {hash, key, value};
  ++table->count;
  --table->usable;
}

// A table of the live entries, in order, with room for more.
DictTable* rebuild(RealmThread& thread, const Dict* dict, std::uint32_t index_count) {
  DictTable* table = make_table(thread, index_count);
  if (DictTable* old = dict->table) {
    for (std::uint32_t i = 0; i < old->count; ++i) {
      const DictEntry& entry = old->entries[i];
      if (entry.key.is_unbound()) continue;
      append_entry(table, free_index(table, entry.hash), entry.key, entry.hash, entry.value);
    }
  }
  return table;
}

// REQUIRES: the lock held; `key` is not there, and `index` is where find() said it may go.
void insert(RealmThread& thread, Dict* dict, std::uint32_t index, Value key, std::uint64_t hash, Value value) {
  DictTable* table = dict->table;
  if (table == nullptr || table->usable == 0) {
    std::uint32_t used = dict->used.load(std::memory_order_relaxed);
    // Three times what is alive, rounded up to a power of two: about twice the room.
    std::uint32_t index_count = kMinIndices;
    while (index_count < std::uint64_t{used} * 3) index_count *= 2;
    table = rebuild(thread, dict, index_count);
    dict->table = table;
    index = free_index(table, hash);
  }
  append_entry(table, index, key, hash, value);
  dict->used.store(dict->used.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  ++dict->version;
}

// REQUIRES: the lock held.
void erase(Dict* dict, const Found& found) {
  DictTable* table = dict->table;
  table->indices()[found.index] = kDeleted;
  table->entries[found.entry].key = Value::unbound();
  table->entries[found.entry].value = Value::unbound();
  while (table->first < table->count && table->entries[table->first].key.is_unbound()) ++table->first;
  dict->used.store(dict->used.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
  ++dict->version;
}

Found find_in(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash) {
  if (dict->table == nullptr) return {Lookup::Absent, 0, 0};
  return find(thread, dict->table, key, hash);
}

// REQUIRES: the lock held. Was there such an entry?
bool erase_identical(Dict* dict, Value key, std::uint64_t hash) {
  if (dict->table == nullptr) return false;
  Found found = find_identical(dict->table, key, hash);
  if (found.lookup != Lookup::Found) return false;
  erase(dict, found);
  return true;
}

// REQUIRES: the lock held.
Lookup put(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value) {
  Found found = find_in(thread, dict, key, hash);
  if (found.lookup == Lookup::Found) {
    dict->table->entries[found.entry].value = value;
  } else if (found.lookup == Lookup::Absent) {
    insert(thread, dict, found.index, key, hash, value);
  }
  return found.lookup;
}

// What a dict of `dict`'s entries has as its table. REQUIRES: the lock held; there are entries.
DictTable* copy_table(RealmThread& thread, const Dict* dict) {
  std::uint32_t used = dict->used.load(std::memory_order_relaxed);
  DictTable* old = dict->table;
  if (old->count != used || old->count + old->usable != old->capacity) {
    return rebuild(thread, dict, index_count_for(used));
  }
  // Nothing was ever removed: the copy is the same to the byte.
  DictTable* table = make_table(thread, old->index_count);
  std::copy_n(old->entries, old->count, table->entries);
  std::copy_n(old->indices(), old->index_count, table->indices());
  table->count = old->count;
  table->usable = old->usable;
  return table;
}

// Are the two certainly other values? For what can be told at once.
bool differ(Value a, Value b) {
  if (a.is_small_int()) return b.is_small_int() && a != b;
  if (!is_kind(a, Kind::Str) || !is_kind(b, Kind::Str)) return false;
  return !equal(static_cast<const Str*>(a.as_object()), static_cast<const Str*>(b.as_object()));
}

}  // namespace

Dict* make_dict(RealmThread& thread, std::uint32_t expected) {
  DictTable* table = expected == 0 ? nullptr : make_table(thread, index_count_for(expected));
  Dict* dict = thread.heap.make<Dict>(Kind::Dict, thread.realm.shape(BuiltinClass::Dict), 0);
  dict->used.store(0, std::memory_order_relaxed);
  dict->table = table;
  dict->more.store(nullptr, std::memory_order_relaxed);
  dict->version = 0;
  return dict;
}

namespace {

// The owner of a live dict, if `key` may be the name of something of its.
inline Object* owner_for(RealmThread& thread, Dict* dict, Value key) {
  if (dict->more.load(std::memory_order_relaxed) == nullptr) [[likely]]
    return nullptr;
  return as_str(key) == nullptr ? nullptr : live_owner(thread, dict);
}

}  // namespace

Lookup dict_get(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value& out) {
  if (Object* owner = owner_for(thread, dict, key)) {
    Value value = live_get(thread, owner, as_str(key));
    if (value.is_unbound()) return Lookup::Absent;
    out = value;
    return Lookup::Found;
  }
  ObjectLock lock(dict, thread.parallel);
  Found found = find_in(thread, dict, key, hash);
  if (found.lookup == Lookup::Found) out = dict->table->entries[found.entry].value;
  return found.lookup;
}

Lookup dict_set(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value) {
  if (Object* owner = owner_for(thread, dict, key)) live_set(thread, owner, as_str(key), value);
  ObjectLock lock(dict, thread.parallel);
  return put(thread, dict, key, hash, value);
}

Lookup dict_delete(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value& old) {
  live_refresh(thread, dict);
  Lookup lookup;
  {
    ObjectLock lock(dict, thread.parallel);
    Found found = find_in(thread, dict, key, hash);
    lookup = found.lookup;
    if (lookup == Lookup::Found) {
      old = dict->table->entries[found.entry].value;
      erase(dict, found);
    }
  }
  if (lookup == Lookup::Found) {
    if (Object* owner = owner_for(thread, dict, key)) live_set(thread, owner, as_str(key), Value::unbound());
  }
  return lookup;
}

Lookup dict_set_default(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value, Value& out) {
  if (Object* owner = owner_for(thread, dict, key)) {
    out = live_get(thread, owner, as_str(key));
    if (!out.is_unbound()) return Lookup::Found;
    live_set(thread, owner, as_str(key), value);
  }
  ObjectLock lock(dict, thread.parallel);
  Found found = find_in(thread, dict, key, hash);
  if (found.lookup == Lookup::Found) {
    out = dict->table->entries[found.entry].value;
  } else if (found.lookup == Lookup::Absent) {
    insert(thread, dict, found.index, key, hash, value);
    out = value;
  }
  return found.lookup;
}

void dict_clear(RealmThread& thread, Dict* dict) {
  if (Object* owner = live_owner(thread, dict)) {
    for (const DictEntry& entry : dict_snapshot(thread, dict)) {
      if (Str* name = as_str(entry.key)) live_set(thread, owner, name, Value::unbound());
    }
  }
  ObjectLock lock(dict, thread.parallel);
  dict->table = nullptr;
  dict->used.store(0, std::memory_order_relaxed);
  ++dict->version;
}

bool dict_next(RealmThread& thread, Dict* dict, std::uint32_t& position, Value& key, Value& value) {
  ObjectLock lock(dict, thread.parallel);
  DictTable* table = dict->table;
  if (table == nullptr) return false;
  for (std::uint32_t i = std::max(position, table->first); i < table->count; ++i) {
    const DictEntry& entry = table->entries[i];
    if (entry.key.is_unbound()) continue;
    key = entry.key;
    value = entry.value;
    position = i + 1;
    return true;
  }
  position = table->count;
  return false;
}

std::vector<DictEntry> dict_snapshot(RealmThread& thread, Dict* dict) {
  live_refresh(thread, dict);
  return dict_entries(thread, dict);
}

std::vector<DictEntry> dict_entries(RealmThread& thread, Dict* dict) {
  ObjectLock lock(dict, thread.parallel);
  std::vector<DictEntry> copy;
  if (DictTable* table = dict->table) {
    copy.reserve(dict->used.load(std::memory_order_relaxed));
    for (std::uint32_t i = 0; i < table->count; ++i) {
      if (!table->entries[i].key.is_unbound()) copy.push_back(table->entries[i]);
    }
  }
  return copy;
}

void dict_store(RealmThread& thread, Dict* dict, Str* key, Value value) {
  ObjectLock lock(dict, thread.parallel);
  put(thread, dict, Value::object(key), hash_of(key), value);
}

Dict* dict_copy(RealmThread& thread, Dict* dict) {
  live_refresh(thread, dict);
  Dict* copy = make_dict(thread);
  ObjectLock lock(dict, thread.parallel);
  std::uint32_t used = dict->used.load(std::memory_order_relaxed);
  if (used == 0) return copy;
  copy->table = copy_table(thread, dict);
  copy->used.store(used, std::memory_order_relaxed);
  return copy;
}

Status dict_merge(RealmThread& thread, Dict* dict, Dict* other) {
  if (dict == other) return Status::Ok;
  live_refresh(thread, other);
  // What a live dict gets its owner gets too, name by name.
  if (live_owner(thread, dict) != nullptr) return dict_put_all(thread, dict, dict_entries(thread, other));
  ObjectLocks lock(dict, other, thread.parallel);
  std::uint32_t used = other->used.load(std::memory_order_relaxed);
  if (used == 0) return Status::Ok;
  if (dict->used.load(std::memory_order_relaxed) == 0) {
    dict->table = copy_table(thread, other);
    dict->used.store(used, std::memory_order_relaxed);
    ++dict->version;
    return Status::Ok;
  }
  DictTable* table = other->table;
  for (std::uint32_t i = table->first; i < table->count; ++i) {
    const DictEntry& entry = table->entries[i];
    if (entry.key.is_unbound()) continue;
    if (put(thread, dict, entry.key, entry.hash, entry.value) == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

Status dict_put_all(RealmThread& thread, Dict* dict, std::span<const DictEntry> entries) {
  if (live_owner(thread, dict) != nullptr) {
    for (const DictEntry& entry : entries) {
      if (dict_set(thread, dict, entry.key, entry.hash, entry.value) == Lookup::NeedsPython) return Status::Fallback;
    }
    return Status::Ok;
  }
  ObjectLock lock(dict, thread.parallel);
  for (const DictEntry& entry : entries) {
    if (put(thread, dict, entry.key, entry.hash, entry.value) == Lookup::NeedsPython) return Status::Fallback;
  }
  return Status::Ok;
}

Status dict_match(RealmThread& thread, Dict* a, Dict* b, std::vector<std::pair<Value, Value>>& values,
                  bool& same_keys) {
  live_refresh(thread, a);
  live_refresh(thread, b);
  same_keys = false;
  ObjectLocks lock(a, b, thread.parallel);
  if (a->used.load(std::memory_order_relaxed) != b->used.load(std::memory_order_relaxed)) return Status::Ok;
  same_keys = a == b || a->table == nullptr;
  if (same_keys) return Status::Ok;
  const DictTable* table = a->table;
  for (std::uint32_t i = table->first; i < table->count; ++i) {
    const DictEntry& entry = table->entries[i];
    if (entry.key.is_unbound()) continue;
    Found found = find_in(thread, b, entry.key, entry.hash);
    if (found.lookup == Lookup::NeedsPython) return Status::Fallback;
    if (found.lookup == Lookup::Absent) return Status::Ok;
    const Value other = b->table->entries[found.entry].value;
    if (entry.value == other) continue;
    if (differ(entry.value, other)) return Status::Ok;
    values.emplace_back(entry.value, other);
  }
  same_keys = true;
  return Status::Ok;
}

bool dict_pop_last(RealmThread& thread, Dict* dict, Value& key, Value& value) {
  live_refresh(thread, dict);
  ObjectLock lock(dict, thread.parallel);
  DictTable* table = dict->table;
  if (table == nullptr) return false;
  std::uint32_t count = table->count;
  while (count > 0 && table->entries[count - 1].key.is_unbound()) --count;
  if (count == 0) return false;
  const DictEntry entry = table->entries[count - 1];
  erase(dict, find_identical(table, entry.key, entry.hash));
  table->count = count - 1;  // its index stays taken, so `usable` stays
  table->first = std::min(table->first, table->count);
  if (Object* owner = owner_for(thread, dict, entry.key)) live_set(thread, owner, as_str(entry.key), Value::unbound());
  key = entry.key;
  value = entry.value;
  return true;
}

bool dict_pop_first(RealmThread& thread, Dict* dict, Value& key, Value& value) {
  ObjectLock lock(dict, thread.parallel);
  DictTable* table = dict->table;
  if (table == nullptr || table->first == table->count) return false;
  const DictEntry entry = table->entries[table->first];
  erase(dict, find_identical(table, entry.key, entry.hash));
  key = entry.key;
  value = entry.value;
  return true;
}

Lookup dict_move_to_end(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, bool last) {
  ObjectLock lock(dict, thread.parallel);
  Found found = find_in(thread, dict, key, hash);
  if (found.lookup != Lookup::Found) return found.lookup;
  DictTable* table = dict->table;
  const DictEntry entry = table->entries[found.entry];
  if (last) {
    if (static_cast<std::uint32_t>(found.entry) + 1 == table->count) return Lookup::Found;
    if (table->usable == 0) {
      table =
          rebuild(thread, dict, index_count_for(std::uint64_t{dict->used.load(std::memory_order_relaxed)} * 3 / 2 + 1));
      dict->table = table;
      found = find_identical(table, entry.key, hash);
    }
    erase(dict, found);
    insert(thread, dict, free_index(table, hash), entry.key, hash, entry.value);
    return Lookup::Found;
  }
  DictTable* moved = make_table(thread, table->index_count);
  append_entry(moved, free_index(moved, hash), entry.key, hash, entry.value);
  for (std::uint32_t i = table->first; i < table->count; ++i) {
    const DictEntry& other = table->entries[i];
    if (other.key.is_unbound() || i == static_cast<std::uint32_t>(found.entry)) continue;
    append_entry(moved, free_index(moved, other.hash), other.key, other.hash, other.value);
  }
  dict->table = moved;
  ++dict->version;
  return Lookup::Found;
}

Lookup dict_count(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash) {
  ObjectLock lock(dict, thread.parallel);
  Found found = find_in(thread, dict, key, hash);
  if (found.lookup == Lookup::Found) {
    Value& value = dict->table->entries[found.entry].value;
    if (!value.is_small_int() || value.as_small_int() == Value::kMaxInt) return Lookup::NeedsPython;
    value = Value::small_int(value.as_small_int() + 1);
  } else if (found.lookup == Lookup::Absent) {
    insert(thread, dict, found.index, key, hash, Value::small_int(1));
  }
  return found.lookup;
}

bool dict_get_str(RealmThread& thread, Dict* dict, Str* key, Value& out) {
  return dict_get(thread, dict, Value::object(key), hash_of(key), out) == Lookup::Found;
}

void dict_set_str(RealmThread& thread, Dict* dict, Str* key, Value value) {
  Value name = Value::object(key);
  if (dict_set(thread, dict, name, hash_of(key), value) == Lookup::NeedsPython) {
    // Equal to a key of a class with an __eq__ of its own? Nobody asks it for a name.
    dict_add_unchecked(thread, dict, name, hash_of(key), value);
  }
}

std::vector<Value> dict_candidates(RealmThread& thread, Dict* dict, std::uint64_t hash) {
  live_refresh(thread, dict);
  ObjectLock lock(dict, thread.parallel);
  std::vector<Value> keys;
  DictTable* table = dict->table;
  if (table == nullptr) return keys;
  for (Probe probe(hash, table->index_count);; probe.next()) {
    std::int32_t entry = table->indices()[probe.index()];
    if (entry == kEmpty) return keys;
    if (entry >= 0 && table->entries[entry].hash == hash) keys.push_back(table->entries[entry].key);
  }
}

bool dict_add_if(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value, std::size_t candidates) {
  if (Object* owner = owner_for(thread, dict, key)) live_set(thread, owner, as_str(key), value);
  ObjectLock lock(dict, thread.parallel);
  if (DictTable* table = dict->table) {
    for (Probe probe(hash, table->index_count);; probe.next()) {
      std::int32_t entry = table->indices()[probe.index()];
      if (entry == kEmpty) break;
      if (entry >= 0 && table->entries[entry].hash == hash && candidates-- == 0) return false;
    }
  }
  if (candidates != 0) return false;
  insert(thread, dict, dict->table == nullptr ? 0 : free_index(dict->table, hash), key, hash, value);
  return true;
}

void dict_add_unchecked(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value) {
  ObjectLock lock(dict, thread.parallel);
  std::uint32_t index = dict->table == nullptr ? 0 : free_index(dict->table, hash);
  insert(thread, dict, index, key, hash, value);
}

Value dict_get_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash) {
  if (Object* owner = owner_for(thread, dict, key)) return live_get(thread, owner, as_str(key));
  ObjectLock lock(dict, thread.parallel);
  if (dict->table == nullptr) return Value::unbound();
  Found found = find_identical(dict->table, key, hash);
  return found.lookup == Lookup::Found ? dict->table->entries[found.entry].value : Value::unbound();
}

bool dict_set_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value) {
  if (Object* owner = owner_for(thread, dict, key)) live_set(thread, owner, as_str(key), value);
  ObjectLock lock(dict, thread.parallel);
  if (dict->table == nullptr) return false;
  Found found = find_identical(dict->table, key, hash);
  if (found.lookup != Lookup::Found) return false;
  dict->table->entries[found.entry].value = value;
  return true;
}

bool dict_delete_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash) {
  if (Object* owner = owner_for(thread, dict, key)) live_set(thread, owner, as_str(key), Value::unbound());
  ObjectLock lock(dict, thread.parallel);
  return erase_identical(dict, key, hash);
}

void dict_forget(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash) {
  ObjectLock lock(dict, thread.parallel);
  erase_identical(dict, key, hash);
}

}  // namespace threadbook::python
