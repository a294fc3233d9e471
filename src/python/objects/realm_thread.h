// A thread as its realm sees it: what making objects, raising exceptions and looking up methods need of one.
//
// The virtual machine's thread (vm/thread_state.h) is one with frames and registers besides. Natives of builtin
// types get this part and can do without the rest, so they neither see a frame nor move one.
//
// Thread safety: used by the OS thread that runs it; by the collector while the world is stopped.
#pragma once

#include <array>
#include <memory>
#include <utility>

#include "python/objects/heap.h"

namespace threadbook::python {

struct Cell;
struct Class;
class Realm;
struct Str;

// Where methods were found lately.
struct MethodCache {
  struct Entry {
    const Class* cls = nullptr;
    const Str* name = nullptr;
    std::uint32_t epoch = 0;
    Cell* cell = nullptr;
  };
  std::array<Entry, 1024> entries{};
};

// What makes a thread quick and weighs the most: free cells of the heap and found methods. Threads that share a
// carrier take turns with one of these.
struct ThreadShare {
  explicit ThreadShare(Heap& heap) : heap(heap) {}

  ThreadHeap heap;
  std::unique_ptr<MethodCache> methods;
};

struct RealmThread {
  // `runs_code`: it is the part of a ThreadState. One that is not makes objects, but calls no natives.
  explicit RealmThread(Realm& realm, bool runs_code = false);

  Realm& realm;
  ThreadHeap heap;
  const bool parallel;   // no GIL: containers must lock
  const bool runs_code;  // for state_of() of vm/thread_state.h
  Value exception;       // being raised; Unbound: none

  // Looks `name` up along the mro of `cls`. nullptr if there is none. Cached per thread.
  Cell* lookup(Class* cls, const Str* name);

  // Takes what `share` has and leaves there what this thread had: before a turn, and again after it. REQUIRES:
  // attached.
  void trade(ThreadShare& share) noexcept {
    heap.trade_cells(share.heap);
    std::swap(methods_, share.methods);
  }

 private:
  std::unique_ptr<MethodCache> methods_;  // made at the first lookup
};

}  // namespace threadbook::python
