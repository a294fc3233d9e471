// Who may run Python now: the GIL, or without it the world that a collector can stop.
//
// A thread is *attached* while it runs bytecode or builtins, *detached* while it waits. With the
// GIL attaching is taking the GIL, so at most one thread is attached, and a collector has the world
// to itself anyway. Without it any number is attached, and a collector asks all of them, by a flag
// at their safe points, to detach until it is done.
//
// The GIL follows CPython: who has waited a switch interval sets kDropGil; the holder gives the GIL
// up at its next safe point and then lets somebody else have it first.
//
// Thread safety: any thread, but no browser's main thread (these calls block).
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace threadbook::python {

class World {
 public:
  // `flags`: the word looked at at safe points. `switch_interval`: nanoseconds.
  World(bool gil, std::atomic<std::uint32_t>& flags, std::atomic<std::int64_t>& switch_interval)
      : gil_(gil), flags_(flags), switch_interval_(switch_interval) {}

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
  void take_gil(std::unique_lock<std::mutex>& lock);

  const bool gil_;
  std::atomic<std::uint32_t>& flags_;
  std::atomic<std::int64_t>& switch_interval_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable gil_free_;
  std::condition_variable gil_taken_;
  bool gil_held_ = false;
  std::uint64_t gil_switches_ = 0;
  int gil_waiters_ = 0;
  int attached_ = 0;
  bool stopped_ = false;
  std::condition_variable all_detached_;
  std::condition_variable restarted_;
};

}  // namespace threadbook::python
