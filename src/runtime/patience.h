// How long one who waits looks for what it waits for, before it sleeps.
//
// Falling asleep and being woken takes ten to fifty microseconds, more where the processor itself
// has gone to sleep meanwhile. Threads that hand something back and forth wait for less than that.
// So a waiter looks first, for about as long as sleeping would cost: whatever comes, it then waits
// at most twice as long as if it had known before (Karlin, Li, Manasse and Owicki, "Empirical
// Studies of Competitive Spinning for a Shared-Memory Multiprocessor", 1991).
//
// But who looks keeps a processor. So only those do whose last wait was a short one: a thousand
// threads that wait for long cost nothing. Who looks in vain, because the other side has no
// processor to answer on, looks ever more rarely. And fewer look than there are processors; to see
// to that is left to who uses this.
#pragma once

#include <algorithm>

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

// What one who waits has learnt from its waits. Thread safety: none.
class Patience {
 public:
  // One wait, from its beginning to its end. It reads the clock at both.
  class Wait {
   public:
    explicit Wait(Patience& patience) noexcept : patience_(patience) {}
    ~Wait() { patience_.last_was_short_ = monotonic_now() - begin_ < kShort; }
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;

    // Is it worth looking before one sleeps? To be asked once in a wait.
    [[nodiscard]] bool is_worth_looking() noexcept {
      if (!patience_.last_was_short_) return false;
      if (patience_.waits_without_ == 0) return true;
      --patience_.waits_without_;
      return false;
    }

    // It looked, and has found what it waits for, or not.
    void looked(bool found) noexcept {
      patience_.doubt_ = found ? 0 : std::min(2 * patience_.doubt_ + 1, kMostDoubt);
      patience_.waits_without_ = patience_.doubt_;
    }

   private:
    Patience& patience_;
    const Nanoseconds begin_ = monotonic_now();
  };

 private:
  // The other side, too, may have to be woken before it answers.
  static constexpr Nanoseconds kShort = 2 * kLookingTime;
  // In waits: looking in vain then costs each of them 50 ns.
  static constexpr int kMostDoubt = 1023;

  bool last_was_short_ = true;
  int doubt_ = 0;          // how many short waits do not look after the last one that looked
  int waits_without_ = 0;  // how many are left of them
};

}  // namespace threadbook::runtime
