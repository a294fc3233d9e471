#include "python/vm/world.h"

#include <chrono>

#include "python/vm/interpreter.h"

namespace threadbook::python {

void World::take_gil(std::unique_lock<std::mutex>& lock) {
  ++gil_waiters_;
  while (gil_held_) {
    std::uint64_t seen = gil_switches_;
    auto interval = std::chrono::nanoseconds(switch_interval_.load(std::memory_order_relaxed));
    gil_free_.wait_for(lock, interval);
    // Nobody else was given it meanwhile: ask whoever holds it.
    if (gil_held_ && gil_switches_ == seen) flags_.fetch_or(kDropGil, std::memory_order_relaxed);
  }
  --gil_waiters_;
  gil_held_ = true;
  ++gil_switches_;
  flags_.fetch_and(~std::uint32_t{kDropGil}, std::memory_order_relaxed);
  gil_taken_.notify_all();
}

void World::attach() {
  std::unique_lock lock(mutex_);
  if (gil_) {
    take_gil(lock);
    return;
  }
  while (stopped_) restarted_.wait(lock);
  ++attached_;
}

void World::detach() {
  std::lock_guard lock(mutex_);
  if (gil_) {
    gil_held_ = false;
    gil_free_.notify_one();
    return;
  }
  --attached_;
  if (stopped_ && attached_ == 0) all_detached_.notify_one();
}

void World::yield() {
  std::unique_lock lock(mutex_);
  if (gil_) {
    flags_.fetch_and(~std::uint32_t{kDropGil}, std::memory_order_relaxed);
    if (gil_waiters_ == 0) return;
    // Give it up, and do not take it back before another thread has had it.
    std::uint64_t mine = gil_switches_;
    gil_held_ = false;
    gil_free_.notify_one();
    while (gil_switches_ == mine && gil_waiters_ > 0) gil_taken_.wait(lock);
    take_gil(lock);
    return;
  }
  if (!stopped_) return;
  if (--attached_ == 0) all_detached_.notify_one();
  while (stopped_) restarted_.wait(lock);
  ++attached_;
}

bool World::stop_world() {
  std::unique_lock lock(mutex_);
  if (stopped_) {
    if (--attached_ == 0) all_detached_.notify_one();
    while (stopped_) restarted_.wait(lock);
    ++attached_;
    return false;
  }
  stopped_ = true;
  flags_.fetch_or(kStopTheWorld, std::memory_order_relaxed);
  --attached_;
  while (attached_ > 0) all_detached_.wait(lock);
  return true;
}

void World::start_world() {
  std::lock_guard lock(mutex_);
  stopped_ = false;
  ++attached_;
  flags_.fetch_and(~std::uint32_t{kStopTheWorld}, std::memory_order_relaxed);
  restarted_.notify_all();
}

}  // namespace threadbook::python
