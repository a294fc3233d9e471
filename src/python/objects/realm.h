// What the objects of a run have in common: their heap, shapes and classes, the names the engine looks up, the
// strings and tuples there is one of.
//
// The lower half of a run, which knows nothing of code, frames or modules: objects can be made and operated upon
// with a realm and a RealmThread alone. The virtual machine's Interpreter (vm/interpreter.h) is one with all the
// rest. Two realms share nothing; dropping one frees all of it.
#pragma once

#include <atomic>
#include <string_view>

#include "python/objects/class_table.h"
#include "python/objects/heap.h"
#include "python/objects/intern_table.h"
#include "python/objects/names.h"
#include "python/objects/native_table.h"
#include "python/objects/realm_thread.h"
#include "python/objects/safe_point.h"
#include "python/objects/shape.h"

namespace threadbook::python {

struct RealmOptions {
  bool parallel = false;                  // no GIL: several threads at a time
  std::size_t memory_limit = 256u << 20;  // bytes of objects
  MachineObjects machine_objects{};       // none: then there are no such objects
};

// Thread safety: any thread, any function.
class Realm {
 public:
  explicit Realm(const RealmOptions& options);
  Realm(const Realm&) = delete;
  Realm& operator=(const Realm&) = delete;

  const bool parallel;  // no GIL
  std::atomic<std::uint32_t> flags{0};
  Heap heap;
  ShapeTable shapes;
  InternTable interned;
  // Counts changes that make inline caches stale: a name added to or removed from a class.
  std::atomic<std::uint32_t> epoch{1};
  std::atomic<int> max_str_digits{4300};
  std::atomic<std::uint64_t> names_made{0};  // cells of all namespaces
  ClassTable classes;
  NativeTable natives;

  WellKnownNames names;  // names.init is the interned "__init__", …
  Str* empty_str = nullptr;
  Tuple* empty_tuple = nullptr;
  Str* latin1_chars[256] = {};  // one-character strings

  Class* cls(BuiltinClass id) const { return classes.get(id); }
  Class* cls(ExceptionType type) const { return classes.get(type); }
  ShapeId shape(BuiltinClass id) const { return classes.shape(id); }

  // The one Str of this text; lives as long as the realm.
  Str* intern(std::string_view utf8);
  Str* intern(Str* text) { return text->is_interned() ? text : interned.of(text); }
  Str* find_interned(const Str* text) { return interned.find(text); }  // nullptr if it never was interned

  // Objects that were there before have got a __del__: the next collection, which comes now, finds them.
  void register_farewells();
  // REQUIRES: the world is stopped, just after a collection.
  void find_late_farewells();

  // Visits what lives as long as the realm. REQUIRES: the world is stopped.
  void trace_roots(Marker& marker) const;

 private:
  std::atomic<bool> is_census_due_{false};  // register_farewells()
};

}  // namespace threadbook::python
