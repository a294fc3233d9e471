// Events: what a thread did that another could notice, told to whoever looks.
//
// Whoever looks is an Observer, of which a run has one or none (RunOptions). The thread itself tells, in the place
// where it happens, while it runs: so one thread's events come in their order, and with the GIL nearly all do (who
// waits for it tells that without it). Nobody looking costs a branch that is always foreseen; somebody looking costs
// what the observer does, and the way to the source line.
#pragma once

#include <cstdint>
#include <string>

#include "python/objects/thread_activity.h"

namespace threadbook::python {

struct Object;

enum class EventKind : std::uint8_t {
  Began,        // the thread runs Python from now on
  Ended,        // and no more
  Started,      // it has had another one start
  WaitsFor,     // the thread cannot go on without what it waits for
  StillWaits,   // asked whether it still does (Run::ask_who_waits()), it does
  Woken,        // its wait is over; where there is a GIL it waits for that now, and then tells how it was
  Got,          // it has what it wanted, after a wait or at once
  TimedOut,     // its time was over first
  Interrupted,  // it was interrupted first
  Released,     // it let go of something, or made something true, that others may wait for
  Unset,        // it made something untrue: an event
  WantsGil,     // it waits for the GIL (told where a run has one)
  HasGil,       // it has it
  Printed,      // it wrote to the output
  Raised,       // an exception that nothing of the program handled has ended it
};

struct Event {
  EventKind kind;
  ThreadActivity what;      // what is waited for, as a thread that waits for it shows it
  bool is_owned = false;    // WaitsFor: for an RLock, which its holder alone can release
  bool is_limited = false;  // WaitsFor: it ends by itself, when the time is over
  bool has_woken = false;   // Released: a thread that waited was woken, so it is told in any case
  std::uint32_t line = 0;   // of the program, where the thread is; 0 if it is in none. Of Raised, where it was raised
  std::uint32_t thing = 0;  // the number of the primitive (Thing); 0: none
  std::int32_t value = 0;   // the thing's afterwards: what a semaphore has left, 1 for an event that is set, how many
                            // stand at a barrier or wait for a condition; of Printed, bytes;
                            // of Woken, 0 if it was there at once
  std::uint64_t position = 0;     // of Printed: bytes the run had written before
  std::uint64_t thread = 0;       // its serial (runtime::Thread)
  std::uint64_t other = 0;        // the serial of the thread that was started or is joined; 0: none
  std::uint64_t holder = 0;       // WaitsFor, StillWaits: the thread that holds the lock; 0: none that is known
  std::uint32_t holder_line = 0;  // where it took it
  std::uint32_t folded = 0;       // cheap events of the thread before this one that were not told
  const Object* of = nullptr;     // the lock, condition, thread, …; nullptr for a sleep, and where there is no object
};

enum class ThingKind : std::uint8_t { Lock, RLock, Condition, Semaphore, Event, Barrier, Queue, Future, Import };

// A primitive that was used: told once, before the first event that has its number.
struct Thing {
  std::uint32_t number = 0;  // from 1 on, in the order in which they are first used
  ThingKind kind = ThingKind::Lock;
  // As the program calls it: `fork`, `forks[2]`, `account.lock`; `self.lock` where `owner` is the class of self. Empty
  // if no name was found.
  std::string name;
  std::string owner;
  bool is_part = false;    // of what has that name: the lock of a condition
  std::uint32_t line = 0;  // where it was used first
};

// Thread safety: called by any thread of the run, with the GIL by one at a time but for Woken, WantsGil and StillWaits.
class Observer {
 public:
  // Must not block, nor call into the engine. Answers how soon it wants to be told of a cheap event of this thread, one
  // that was had or done without waiting and may happen a million times a second: 1 is the next, 64 is the 64th from
  // now. What is not cheap is told in any case.
  virtual std::uint32_t happened(const Event& event) noexcept = 0;
  // A primitive that has not been told of before, or whose name is known only now.
  virtual void met(const Thing&) {}
  // Whether it wants cheap events and those of the GIL; else it is told of waits alone.
  virtual bool wants_all() const { return true; }

 protected:
  ~Observer() = default;
};

}  // namespace threadbook::python
