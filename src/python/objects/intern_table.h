// The strings of which a run has only one each: names, and what the program interns.
//
// Names are compared by address everywhere, so every name goes through here once. An interned string lies outside
// of the heap and lives as long as its realm.
//
// Thread safety: any thread, any function, but for set_shape().
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/objects/str.h"
#include "runtime/mutex.h"

namespace threadbook::python {

class InternTable {
 public:
  InternTable() = default;
  ~InternTable();
  InternTable(const InternTable&) = delete;
  InternTable& operator=(const InternTable&) = delete;

  // The one Str of this text. Throws HeapExhausted.
  Str* latin1(std::string_view text);
  Str* of(Str* text);
  // nullptr if it never was interned.
  Str* find(const Str* text);

  // The shape of all that were interned so far and will be: the first ones, names of classes, come before there is
  // a class of strings. REQUIRES: no other thread yet.
  void set_shape(ShapeId shape);

 private:
  Str* keep(Str* text);  // takes over `text`, malloc'ed

  struct TextHash {
    std::size_t operator()(const Str* s) const { return hash_of(s); }
  };
  struct TextEqual {
    bool operator()(const Str* a, const Str* b) const { return equal(a, b); }
  };
  ShapeId shape_ = 0;
  runtime::Mutex mutex_;
  std::unordered_map<const Str*, Str*, TextHash, TextEqual> by_text_ GUARDED_BY(mutex_);
  std::vector<Str*> owned_ GUARDED_BY(mutex_);
};

}  // namespace threadbook::python
