// Who may run Python now: the GIL, or without it the world that a collector can stop.
//
// A thread is *attached* while it runs bytecode or builtins, *detached* while it waits. With the
// GIL attaching is taking the GIL, so at most one thread is attached, and a collector has the world
// to itself anyway. Without it any number is attached, and a collector asks all of them, by a flag
// at their safe points, to detach until it is done.
//
// The GIL follows CPython: who has waited a switch interval sets kDropGil; the holder gives the GIL
// up at its next safe point and then lets somebody else have it first. Those who wait stand in line. The
// first is the timekeeper, and only that one wakes up to ask: a thousand who did would leave no time to
// run. When it has the GIL the next one is. Who comes while the GIL is free takes it and waits for
// nobody: else each short wait of a thread would cost it the waits of all others.
//
// Who asks and who is asked are a safe point apart, less than a microsecond; being woken from sleep
// takes fifty (runtime/patience.h). So each of them looks for the other for a moment (watch()) before
// it sleeps; and so does the timekeeper if the GIL was free soon when somebody last waited for it.
//
// Thread safety: any thread, but no browser's main thread (these calls block).
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/patience.h"
#include "runtime/small_condition.h"

namespace threadbook::python {

class World {
 public:
  // `flags`: the word looked at at safe points. `switch_interval`: nanoseconds.
  World(bool gil, std::atomic<std::uint32_t>& flags, std::atomic<std::int64_t>& switch_interval)
      : gil_(gil), has_company_(runtime::cpu_count() > 1), flags_(flags), switch_interval_(switch_interval) {}

  // Blocks until the calling thread may run.
  void attach();
  void detach();
  // At a safe point with kDropGil or kStopTheWorld set: lets others have their way.
  void yield();

  // Called by an attached thread: runs `work` while no other thread is attached. False if another
  // thread stopped the world first; then that one's work was done meanwhile.
  template <class Work>
  bool stop_and(Work work) {
    if (gil_) {
      work();
      return true;
    }
    if (!stop_world()) return false;
    work();
    start_world();
    return true;
  }

 private:
  bool stop_world();
  void start_world();
  void wait_for_restart() REQUIRES(mutex_);                               // of a world that another thread stops
  void take_gil() REQUIRES(mutex_);                                       // where it is free
  void wait_in_line(std::uint32_t place) REQUIRES(mutex_);                // and takes it
  void wait_an_interval(runtime::SmallCondition& turn) REQUIRES(mutex_);  // for the GIL; at its end asks for it
  bool somebody_waits() const REQUIRES(mutex_) { return first_place_ != next_place_; }
  runtime::SmallCondition& turn_of(std::uint32_t place) { return turns_[place % kTurns]; }
  // Answers whom to wake; nullptr: nobody.
  [[nodiscard]] runtime::SmallCondition* free_gil() REQUIRES(mutex_);
  // Lets go of the mutex and looks, for as long as that is cheaper than to sleep, whether `done`.
  template <class Done>
  void watch(Done done, runtime::Nanoseconds longest = runtime::kLookingTime) REQUIRES(mutex_);

  const bool gil_;
  const bool has_company_;  // another processor, where what one watches for may happen
  std::atomic<std::uint32_t>& flags_;
  std::atomic<std::int64_t>& switch_interval_;

  runtime::SmallMutex mutex_;  // the atomic ones are written under it, and also read without it
  // The line for the GIL: places are given in the order of coming. Each waits for its turn; who has one in common with
  // another is woken with it, and looks.
  static constexpr std::uint32_t kTurns = 256;
  runtime::SmallCondition turns_[kTurns];
  std::uint32_t first_place_ GUARDED_BY(mutex_) = 0;  // the timekeeper's; next_place_: nobody waits
  std::uint32_t next_place_ GUARDED_BY(mutex_) = 0;
  std::atomic<bool> gil_held_{false};
  std::atomic<std::uint32_t> gil_switches_{0};
  runtime::Patience gil_patience_ GUARDED_BY(mutex_);  // the timekeeper's
  bool gil_is_watched_ GUARDED_BY(mutex_) = false;     // by the timekeeper, who will see by itself that it is free
  std::atomic<int> attached_{0};
  std::atomic<bool> stopped_{false};
  runtime::SmallCondition all_detached_;
  runtime::SmallCondition restarted_;
};

}  // namespace threadbook::python
