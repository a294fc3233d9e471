// A picture of a run at a moment when it has one thread, to which it can be taken back any number of times: so that a
// program can be run again, in another way, from where it is about to start its first thread, without paying for an
// interpreter, imports and what else came before.
//
// The thread stands still between two instructions, or in a call that waits (ThreadState::wait). What is taken back is
// what a program could notice: objects (objects/heap_snapshot.h), names of modules and classes, frames, who is alive.
// What is only found sooner the next time stays: linked code, shapes, interned text, inline caches.
//
// Not taken back, as nothing is told that could: the order of names that a module or class was given since, in what
// lists them, once they are given again.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "python/objects/heap_snapshot.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

struct Dict;
struct LocalValuesObject;

class Snapshot {
 public:
  // Collects garbage first. REQUIRES: `main` is the run's only thread and attached; its wait, if it is in one, has no
  // memory and no target.
  explicit Snapshot(ThreadState& main);
  // HeapSnapshot::fingerprint().
  std::uint64_t fingerprint() const { return heap_->fingerprint(); }
  // REQUIRES: `main` is again the run's only thread, wherever it is; attached.
  void restore();

 private:
  struct NamesThen {
    Namespace* names;
    std::size_t size;
  };
  struct ClassThen {
    Class* cls;
    std::uint32_t flags;
    std::size_t subclasses;
  };
  struct ThreadThen {  // that was not started yet
    Object* handle;
    std::string name;
    bool daemon;
  };

  void save_frames();
  void restore_frames();
  void restore_names(bool any_new);
  void restore_threads();

  ThreadState& main_;
  std::unique_ptr<HeapSnapshot> heap_;
  std::vector<NamesThen> names_;
  std::vector<ClassThen> classes_;
  std::vector<ThreadThen> threads_;
  std::uint64_t names_made_ = 0;   // when it was last looked what has grown
  std::vector<NamesThen*> grown_;  // names that have got more since then
  std::uint64_t started_ = 0;
  std::uint32_t recursion_limit_ = 0;
  std::int64_t switch_interval_ = 0;
  int max_str_digits_ = 0;

  // Of the thread.
  std::vector<Frame> frames_;  // the innermost last
  Frame* frame_ = nullptr;
  std::vector<std::vector<Value>> stack_;  // by chunk
  std::vector<Value*> chunk_tops_;
  std::size_t stack_chunk_ = 0;
  Value* stack_top_ = nullptr;
  Value* stack_end_ = nullptr;
  Value result_, exception_;
  WaitRequest wait_;
  Destination wait_destination_, destination_;
  Tracing tracing_;
  std::uint32_t locks_held_ = 0;
  std::unordered_map<LocalValuesObject*, Dict*> locals_;
};

}  // namespace threadbook::python
