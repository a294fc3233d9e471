// Are two keys of a hash table, known to have the same hash, the same key? For dict.cpp and set.cpp.
#pragma once

#include "python/objects/container_operators.h"
#include "python/objects/dict.h"
#include "python/objects/str.h"

namespace threadbook::python {

// REQUIRES: the hashes are equal and the values not identical. Keys are immutable, so comparing
// them takes no container's lock and may be done while holding the table's.
inline Lookup match_keys(RealmThread& thread, Value a, Value b) {
  if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
    auto* left = static_cast<const Str*>(a.as_object());
    auto* right = static_cast<const Str*>(b.as_object());
    if (left->is_interned() && right->is_interned()) return Lookup::Absent;
    return equal(left, right) ? Lookup::Found : Lookup::Absent;
  }
  if (a.is_small_int() && b.is_small_int()) return Lookup::Absent;
  bool same = false;
  if (items_equal(thread, a, b, 0, same) != Status::Ok) return Lookup::NeedsPython;
  return same ? Lookup::Found : Lookup::Absent;
}

}  // namespace threadbook::python
