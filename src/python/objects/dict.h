// dict and set.
//
// dict: an index of small numbers into an array of entries kept in insertion order, open addressing,
// as CPython describes its compact dict. set: open addressing over the entries themselves, probing
// and growing by CPython's documented scheme, so that a set of ints iterates in the same order.
//
// Keys whose __eq__ or __hash__ is written in Python cannot be compared here (a builtin does not
// call back): such operations answer Lookup::NeedsPython and the library code in builtins.py goes
// through the candidates instead.
//
// Thread safety: every function is one atomic operation; without the GIL it holds the object's lock, or
// both objects' locks. What that promises a program is in the README beside this file.
#pragma once

#include <utility>

#include "python/objects/containers.h"

namespace threadbook::python {

struct Str;
enum class Status : std::uint8_t;

struct DictEntry {
  std::uint64_t hash;
  Value key;  // Unbound: deleted
  Value value;
};

// index_count (a power of two) 32-bit indices follow the entries.
struct DictTable : Object {
  std::uint32_t capacity;  // entries
  std::uint32_t index_count;
  std::uint32_t count;   // entries in use, deleted ones included
  std::uint32_t usable;  // entries that may be added before the table must be rebuilt
  std::uint32_t first;   // the oldest live entry; `count` if there is none
  DictEntry entries[1];

  std::int32_t* indices() { return reinterpret_cast<std::int32_t*>(entries + capacity); }
};

struct Dict : Object {
  std::atomic<std::uint32_t> used;  // live entries
  DictTable* table;                 // nullptr while empty
  std::atomic<Object*> more;        // attributes, in instances of a subclass
  std::uint64_t version;            // counts insertions and deletions
};

struct SetEntry {
  std::uint64_t hash;
  Value key;  // Unbound: never used; NotImplemented: deleted
};

struct SetTable : Object {
  std::uint32_t mask;
  SetEntry entries[1];
};

struct Set : Object {
  std::atomic<std::uint32_t> used;
  std::uint32_t fill;  // used and deleted
  SetTable* table;
  std::atomic<Object*> more;
  std::uint32_t finger;  // where pop() searches next
};

enum class Lookup : std::uint8_t { Found, Absent, NeedsPython };

Dict* make_dict(RealmThread& thread, std::uint32_t expected = 0);
Set* make_set(RealmThread& thread, bool frozen);

// `hash` is hash_value() of the key.
Lookup dict_get(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value& out);
Lookup dict_set(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value);
Lookup dict_delete(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value& old);
// The value already there, or `value` once it was put there; one atomic operation.
Lookup dict_set_default(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value, Value& out);
void dict_clear(RealmThread& thread, Dict* dict);
// The next live entry at or after `position`, which moves behind it; false at the end.
bool dict_next(RealmThread& thread, Dict* dict, std::uint32_t& position, Value& key, Value& value);
std::vector<DictEntry> dict_snapshot(RealmThread& thread, Dict* dict);
// For live dicts (live_dict.h): the entries as they stand in the dict itself, one more and one less of them.
std::vector<DictEntry> dict_entries(RealmThread& thread, Dict* dict);
void dict_store(RealmThread& thread, Dict* dict, Str* key, Value value);
void dict_forget(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash);
Dict* dict_copy(RealmThread& thread, Dict* dict);
// dict |= other, and many entries at once. Ok, or Fallback where an __eq__ is written in Python; what has
// been put by then is there already.
Status dict_merge(RealmThread& thread, Dict* dict, Dict* other);
Status dict_put_all(RealmThread& thread, Dict* dict, std::span<const DictEntry> entries);
// What remains to be compared of a == b: false if they have other keys, or pairs of values that are not
// identical. Fallback as above.
Status dict_match(RealmThread& thread, Dict* a, Dict* b, std::vector<std::pair<Value, Value>>& values, bool& same_keys);
// Removes the newest entry; false if there is none.
bool dict_pop_last(RealmThread& thread, Dict* dict, Value& key, Value& value);

// Removes the oldest entry; false if there is none.
bool dict_pop_first(RealmThread& thread, Dict* dict, Value& key, Value& value);
// The entry becomes the newest, or the oldest.
Lookup dict_move_to_end(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, bool last);
// Adds one to the entry's value, a missing one becoming 1. NeedsPython also for a value that is no
// small int.
Lookup dict_count(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash);

// For keys that are str, the common case. Never NeedsPython unless other keys are there.
bool dict_get_str(RealmThread& thread, Dict* dict, Str* key, Value& out);
void dict_set_str(RealmThread& thread, Dict* dict, Str* key, Value value);

Lookup set_contains(RealmThread& thread, Set* set, Value key, std::uint64_t hash);
Lookup set_add(RealmThread& thread, Set* set, Value key, std::uint64_t hash);      // Found: was there
Lookup set_discard(RealmThread& thread, Set* set, Value key, std::uint64_t hash);  // Found: is gone now
void set_clear(RealmThread& thread, Set* set);
bool set_next(RealmThread& thread, Set* set, std::uint32_t& position, Value& key);
bool set_pop(RealmThread& thread, Set* set, Value& key);
std::vector<SetEntry> set_snapshot(RealmThread& thread, Set* set);
Set* set_copy(RealmThread& thread, Set* set, bool frozen);

// For library code in Python, which compares keys itself: the live entries whose hash is `hash`.
std::vector<Value> dict_candidates(RealmThread& thread, Dict* dict, std::uint64_t hash);
// Puts an entry there without comparing keys; dict_add_if only while exactly `candidates` entries
// have that hash, that is, if nothing was added since they were compared.
bool dict_add_if(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value, std::size_t candidates);
void dict_add_unchecked(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value);
// The entry whose key *is* `key`: its value (Unbound if there is none), replaced, removed.
Value dict_get_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash);
bool dict_set_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash, Value value);
bool dict_delete_identical(RealmThread& thread, Dict* dict, Value key, std::uint64_t hash);
std::vector<Value> set_candidates(RealmThread& thread, Set* set, std::uint64_t hash);
bool set_add_if(RealmThread& thread, Set* set, Value key, std::uint64_t hash, std::size_t candidates);
void set_add_unchecked(RealmThread& thread, Set* set, Value key, std::uint64_t hash);
bool set_discard_identical(RealmThread& thread, Set* set, Value key, std::uint64_t hash);

// Whole sets, with CPython's choices of order and size. Ok, or Fallback where an __eq__ is written in
// Python; what has been added by then is there already, so that doing it again in Python is right.
// A frozen `set` is changed only while nobody else can see it.
Status set_merge(RealmThread& thread, Set* set, Set* other);           // set |= other
Status set_remove_all(RealmThread& thread, Set* set, Set* other);      // set -= other
Status set_toggle_all(RealmThread& thread, Set* set, Set* other);      // set ^= other
Status set_intersect_with(RealmThread& thread, Set* set, Set* other);  // set &= other
// New sets, frozenset or set.
Status set_union(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out);
Status set_intersection(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out);
Status set_difference(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out);
Status set_symmetric_difference(RealmThread& thread, Set* a, Set* b, bool frozen, Set*& out);
// The same with the items of any iterable, with their hashes.
using SetItems = std::span<const SetEntry>;
// `reserve`: makes room for all of them first, as set.update(dict) does.
Status set_add_all(RealmThread& thread, Set* set, SetItems items, bool reserve = false);
Status set_remove_all(RealmThread& thread, Set* set, SetItems items);
Status set_intersection(RealmThread& thread, Set* set, SetItems items, bool frozen, Set*& out);  // in their order
Status set_intersect_with(RealmThread& thread, Set* set, SetItems items);
Status set_is_disjoint(RealmThread& thread, Set* set, SetItems items, bool& out);
// `set` gets the items of `from`, which nobody else has seen.
void set_take(RealmThread& thread, Set* set, Set* from);
Status set_equal(RealmThread& thread, Set* a, Set* b, bool& out);
// a <= b, or a < b.
Status set_is_subset(RealmThread& thread, Set* a, Set* b, bool proper, bool& out);
// hash() of a frozenset, as CPython's.
std::uint64_t set_hash(RealmThread& thread, Set* set);
// A set display of three or more constants: CPython builds such a set from a frozenset, which can
// give it another order than adding one by one.
// `iterated`: the frozenset itself, which is what a loop over such a display goes over.
Set* make_set_of_constants(RealmThread& thread, std::span<const Value> items, bool iterated = false);

}  // namespace threadbook::python
