// Marking: finding the objects that can be reached from the roots.
//
// Objects lie all over memory, so marking waits for memory most of the time. Two things help: a marker
// asks the processor for an object a while before it looks at it, and on a big heap a second thread
// marks along. Each marker has a stack of its own; one that runs dry is given a part of another's.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "python/objects/machine_objects.h"
#include "runtime/small_condition.h"

namespace threadbook::python {

// One collection's marking, common to the threads at it.
class Marking {
 public:
  // Objects that are reached get `mark`.
  Marking(std::uint8_t mark, const MachineObjects& machine_objects) : mark_(mark), machine_objects_(machine_objects) {}

  // Asks the process's pool for a thread that marks along. It comes or does not come.
  static void call_help(const std::shared_ptr<Marking>& marking);

  std::uint8_t mark() const { return mark_; }
  // REQUIRES: a marker has returned from drain().
  std::size_t live_bytes() const {
    mutex_.assume_held();  // nobody adds to it any more
    return live_bytes_;
  }

 private:
  friend class Marker;
  using Part = std::vector<Object*>;

  bool enter();  // false: all is marked already
  bool is_wanted() const { return hungry_.load(std::memory_order_relaxed) > 0; }
  void give(Part part);
  // A marker of `marked_bytes` more has nothing left to do: waits for more. False: all is marked.
  bool take(Part& into, std::size_t marked_bytes);

  const std::uint8_t mark_;
  const MachineObjects machine_objects_;
  std::atomic<int> hungry_{0};  // markers that wait in take()
  runtime::SmallMutex mutex_;
  runtime::SmallCondition changed_;
  std::vector<Part> parts_ GUARDED_BY(mutex_);
  int markers_ GUARDED_BY(mutex_) = 1;
  bool done_ GUARDED_BY(mutex_) = false;
  std::size_t live_bytes_ GUARDED_BY(mutex_) = 0;
};

// One thread's part in it. REQUIRES: the world is stopped.
class Marker {
 public:
  explicit Marker(Marking& marking) : marking_(marking), mark_(marking.mark()) {}

  void visit(Value value) {
    if (value.is_object()) visit(value.as_object());
  }
  void visit(const Slot& slot) { visit(slot.load()); }
  void visit(Object* object) {
    if (object != nullptr) pending_.push_back(object);
  }

  const MachineObjects& machine_objects() const { return marking_.machine_objects_; }

  // Marks everything reachable from what was visited, by whichever marker; returns when all is marked.
  void drain();

  // Instead: gives what was visited, in that order, to somebody who marks it in an order of its own.
  template <class Take>
  void hand_over(Take take) {
    for (Object* object : pending_) take(object);
    pending_.clear();
  }

 private:
  void mark_pending();
  void share();

  Marking& marking_;
  const std::uint8_t mark_;
  std::vector<Object*> pending_;
  std::size_t marked_bytes_ = 0;
};

// Visits what `object` refers to and answers the bytes it occupies. Defined in trace.cpp, one case a kind.
std::size_t trace(Object* object, Marker& marker);

}  // namespace threadbook::python
