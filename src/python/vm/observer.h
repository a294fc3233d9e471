// Events: what a thread did that another could notice, told to whoever looks.
//
// Whoever looks is an Observer, of which a run has one or none (RunOptions). The thread itself tells, in the place
// where it happens, while it runs: so one thread's events come in their order, and with the GIL all do. Nobody looking
// costs a branch that is always foreseen.
#pragma once

#include <cstdint>

#include "python/objects/thread_activity.h"

namespace threadbook::python {

struct Object;

enum class EventKind : std::uint8_t {
  Began,        // the thread runs Python from now on
  Ended,        // and no more
  WaitsFor,     // the thread cannot go on without what it waits for
  Got,          // it has that, after a wait or at once
  TimedOut,     // its time was over first
  Interrupted,  // it was interrupted first
  Released,     // it let go of something, or made something true, that others may wait for
};

struct Event {
  EventKind kind;
  ThreadActivity what;         // what is waited for, as a thread that waits for it shows it
  std::uint64_t thread = 0;    // its serial (runtime::Thread)
  const Object* of = nullptr;  // the lock, condition, thread, …; nullptr for a sleep, and where there is no object
};

// Thread safety: called by any thread of the run, with the GIL by one at a time.
class Observer {
 public:
  // Must not block, nor call into the engine.
  virtual void happened(const Event& event) noexcept = 0;

 protected:
  ~Observer() = default;
};

}  // namespace threadbook::python
