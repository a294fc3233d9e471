// Parker: where one thread sleeps and any other wakes it.
//
// One futex word and no mutex. A wake-up is a token: unpark() leaves it, park() takes it, and a
// token left before the sleeper sleeps is not lost. There is at most one, so wake-ups merge; a
// parked thread therefore always looks at what it waits for again, and a wake-up too many costs a
// look. Both sides cost one atomic exchange, plus the system call if the thread really sleeps;
// where its waits are short it looks for the token first (patience.h).
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/clock.h"
#include "runtime/patience.h"
#include "runtime/slot_list.h"

namespace threadbook::runtime {

// What a waiter is woken through: a parked thread here, a virtual thread in an executor that runs
// many of them on one OS thread.
class Wakeable {
 public:
  // Says "look again". Must not block, throw, or call into the primitive that wakes. It may be
  // called late, after the waiter has left for another reason, so a Wakeable outlives every
  // waiter that names it, and every thread that might be about to wake one.
  virtual void wake() noexcept = 0;

 protected:
  ~Wakeable() = default;
};

// Thread safety: park() belongs to one thread at a time; unpark() to everybody.
//
// Invariants:
// 1. kParked stands in the word only while the owner is inside park().
// 2. What happened before an unpark() is visible after the park() that took its token.
class Parker final : public Wakeable, public Slot {
 public:
  // Takes the token, sleeping until there is one or `deadline` has passed. Returns whether it took
  // a token. Blocks. Must not be called on a browser's main thread.
  bool park(Deadline deadline);

  // Leaves the token and wakes the owner if it sleeps. Never blocks; a browser's main thread may
  // call it.
  void unpark() noexcept;

  void wake() noexcept override { unpark(); }

 private:
  // kEmpty -> kToken by unpark, -> kParked by park. kToken -> kEmpty by park.
  // kParked -> kToken by unpark, -> kEmpty by park when the time is over.
  static constexpr std::uint32_t kEmpty = 0;
  static constexpr std::uint32_t kToken = 1;
  static constexpr std::uint32_t kParked = 2;

  bool take_token() noexcept;
  bool look_for_token(Patience::Wait& wait, Deadline deadline) noexcept;

  std::atomic<std::uint32_t> word_{kEmpty};
  Patience patience_;  // the owner's
};

// The calling OS thread's Parker. Its memory is never freed: when the thread ends another takes it
// over, so an unpark() that comes too late is a wake-up for nothing and never a use after free.
[[nodiscard]] Parker& this_thread_parker();

}  // namespace threadbook::runtime
