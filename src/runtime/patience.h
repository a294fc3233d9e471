// How long one who waits looks for what it waits for, before it sleeps.
//
// Falling asleep and being woken takes ten to fifty microseconds, more where the processor itself
// has gone to sleep meanwhile. Threads that hand something back and forth wait for less than that.
// So a waiter looks first, for about as long as sleeping would cost: whatever comes, it then waits
// at most twice as long as if it had known before (Karlin, Li, Manasse and Owicki, "Empirical
// Studies of Competitive Spinning for a Shared-Memory Multiprocessor", 1991).
//
// But who looks keeps a processor. So only those do whose last wait was a short one: a thousand
// threads that wait for long cost nothing. And fewer of them than there are processors, so that
// what they look for has a place to happen; to see to that is left to who uses this.
#pragma once

#include "runtime/clock.h"

namespace threadbook::runtime {

// As long as falling asleep and being woken take, more or less.
inline constexpr Nanoseconds kLookingTime = 50'000;

// Asks `done()` until it says yes or `end` has passed, at least once. Returns its last answer.
template <class Done>
bool look_until(Deadline end, Done done) {
  for (;;) {
    if (done()) return true;
    if (end.has_passed()) return false;
    cpu_relax();
  }
}

// What one who waits has learnt from its last wait. Thread safety: none.
class Patience {
 public:
  // One wait, from its beginning to its end. It reads the clock at both.
  class Wait {
   public:
    explicit Wait(Patience& patience) noexcept : patience_(patience) {}
    ~Wait() { patience_.last_was_short_ = monotonic_now() - begin_ < kShort; }
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;

    // Is it worth looking before one sleeps?
    [[nodiscard]] bool may_be_short() const noexcept { return patience_.last_was_short_; }

   private:
    Patience& patience_;
    const Nanoseconds begin_ = monotonic_now();
  };

 private:
  // The other side, too, may have to be woken before it answers.
  static constexpr Nanoseconds kShort = 2 * kLookingTime;

  bool last_was_short_ = true;
};

}  // namespace threadbook::runtime
