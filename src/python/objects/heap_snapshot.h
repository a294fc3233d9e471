// A picture of a heap, to which it can be taken back: what all objects held that could change.
//
// Objects that were there stay where they are, and are kept alive by whoever has the picture: going back copies their
// contents back, and what was made since is garbage, for the next collection to find. So going back costs what can
// change of what was there, some hundred kilobytes where a program has hardly begun, whatever has happened since.
//
// Not in it: what lies outside of the objects (vm/snapshot.h).
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "python/objects/class.h"
#include "python/objects/farewells.h"
#include "python/objects/heap.h"

namespace threadbook::python {

class HeapSnapshot {
 public:
  // `maker`: of the only thread. REQUIRES: the world is stopped, just after a collection.
  HeapSnapshot(Heap& heap, ThreadHeap& maker);

  // All objects there are. They must not die as long as this is to be restored.
  const std::vector<Object*>& objects() const { return objects_; }
  // Of what lies where: the same in another run that has done the same until then.
  std::uint64_t fingerprint() const { return fingerprint_; }
  // `frees`: nothing that lies outside of the objects refers to one that was made since, so that they are gone at once;
  // else a collection will find them. REQUIRES: the world is stopped; the maker's thread is the only one.
  void restore(bool frees);

 private:
  void take_back_cells();

  struct Piece {
    Object* object;
    std::uint32_t size, at;  // bytes, and where they are kept
  };

  Heap& heap_;
  ThreadHeap& maker_;
  const std::uint64_t next_origin_;
  std::vector<Object*> objects_;
  std::vector<std::pair<Cell*, Value>> cells_;  // of variables: many, and all of one size
  std::vector<Piece> pieces_;
  std::vector<std::byte> bytes_;
  std::size_t finalizers_ = 0;
  std::unordered_map<const Object*, std::vector<WeakReference*>> weak_;
  std::size_t weak_changes_ = 0;
  std::vector<WeakReference*> fired_;
  std::optional<Farewells> farewells_;
  std::uint32_t numbers_ = 0;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace threadbook::python
