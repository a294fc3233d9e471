#include "python/vm/world.h"

#include <algorithm>

#include "python/vm/interpreter.h"

namespace threadbook::python {

template <class Done>
void World::watch(Done done, runtime::Nanoseconds longest) {
  if (!has_company_ || done()) return;
  mutex_.unlock();
  runtime::look_until(runtime::Deadline::after(std::min(longest, runtime::kLookingTime)), done);
  mutex_.lock();
}

void World::take_gil() {
  gil_held_ = true;
  ++gil_switches_;
  flags_.fetch_and(~std::uint32_t{kDropGil}, std::memory_order_relaxed);
}

void World::wait_in_line(std::uint32_t place) {
  runtime::SmallCondition& turn = turn_of(place);
  while (gil_held_ || place != first_place_) {
    if (place == first_place_) {
      wait_an_interval(turn);
    } else {
      turn.wait(mutex_);
    }
  }
  ++first_place_;
  take_gil();
  if (somebody_waits()) turn_of(first_place_).notify_all();  // the next timekeeper
}

void World::wait_an_interval(runtime::SmallCondition& turn) {
  const std::uint32_t seen = gil_switches_;
  const runtime::Nanoseconds interval = switch_interval_.load(std::memory_order_relaxed);
  const auto gil_is_free = [this] { return !gil_held_; };
  runtime::Patience::Wait wait(gil_patience_);
  gil_is_watched_ = true;
  if (wait.is_worth_looking()) {
    watch(gil_is_free, interval);
    wait.looked(gil_is_free());
  }
  gil_is_watched_ = false;
  if (gil_held_) turn.wait(mutex_, interval);
  if (!gil_held_ || gil_switches_ != seen) return;
  // Nobody else was given it meanwhile: ask whoever holds it.
  flags_.fetch_or(kDropGil, std::memory_order_relaxed);
  gil_is_watched_ = true;
  watch(gil_is_free);
  gil_is_watched_ = false;
}

runtime::SmallCondition* World::free_gil() {
  gil_held_ = false;
  return somebody_waits() && !gil_is_watched_ ? &turn_of(first_place_) : nullptr;
}

void World::attach() {
  runtime::Guard guard(mutex_);
  if (gil_) {
    if (gil_held_) {
      wait_in_line(next_place_++);
    } else {
      take_gil();
    }
    return;
  }
  while (stopped_) restarted_.wait(mutex_);
  ++attached_;
}

void World::detach() {
  runtime::SmallCondition* sleeper = nullptr;
  {
    runtime::Guard guard(mutex_);
    if (!gil_) {
      --attached_;
      if (stopped_ && attached_ == 0) all_detached_.notify_one();
      return;
    }
    sleeper = free_gil();
  }
  // Without the mutex, which whoever is woken takes first of all.
  if (sleeper != nullptr) sleeper->notify_all();
}

void World::yield() {
  runtime::Guard guard(mutex_);
  if (gil_) {
    flags_.fetch_and(~std::uint32_t{kDropGil}, std::memory_order_relaxed);
    if (!somebody_waits()) return;
    // Behind those who wait, so another thread has it before it comes back.
    const std::uint32_t mine = gil_switches_;
    const std::uint32_t place = next_place_++;
    if (runtime::SmallCondition* const sleeper = free_gil()) sleeper->notify_all();
    watch([&] { return gil_switches_ != mine; });
    wait_in_line(place);
    return;
  }
  if (stopped_) wait_for_restart();
}

void World::wait_for_restart() {
  if (--attached_ == 0) all_detached_.notify_one();
  watch([this] { return !stopped_; });
  while (stopped_) restarted_.wait(mutex_);
  ++attached_;
}

bool World::stop_world() {
  runtime::Guard guard(mutex_);
  if (stopped_) {
    wait_for_restart();
    return false;
  }
  stopped_ = true;
  flags_.fetch_or(kStopTheWorld, std::memory_order_relaxed);
  --attached_;
  watch([this] { return attached_ == 0; });
  while (attached_ > 0) all_detached_.wait(mutex_);
  return true;
}

void World::start_world() {
  runtime::Guard guard(mutex_);
  stopped_ = false;
  ++attached_;
  flags_.fetch_and(~std::uint32_t{kStopTheWorld}, std::memory_order_relaxed);
  restarted_.notify_all();
}

}  // namespace threadbook::python
