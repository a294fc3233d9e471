// A thread as its realm sees it: what making objects, raising exceptions and looking up methods need of one.
//
// The virtual machine's thread (vm/thread_state.h) is one with frames and registers besides. Natives of builtin
// types get this part and can do without the rest, so they neither see a frame nor move one.
//
// Thread safety: used by the OS thread that runs it; by the collector while the world is stopped.
#pragma once

#include <array>

#include "python/objects/heap.h"

namespace threadbook::python {

struct Cell;
struct Class;
class Realm;
struct Str;

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

 private:
  struct MethodCacheEntry {
    const Class* cls = nullptr;
    const Str* name = nullptr;
    std::uint32_t epoch = 0;
    Cell* cell = nullptr;
  };
  using MethodCache = std::array<MethodCacheEntry, 1024>;
  MethodCache method_cache_{};
};

}  // namespace threadbook::python
