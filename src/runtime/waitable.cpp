#include "runtime/waitable.h"

#include <utility>

#include "runtime/errors.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {

namespace {

constinit thread_local bool notified_somebody = false;

}  // namespace

bool has_notified_somebody() noexcept { return std::exchange(notified_somebody, false); }

void WaitQueue::push(Waiter& waiter) noexcept {
  const Waiter::State state = waiter.state();
  if (state == Waiter::State::Queued) return;
  if (state == Waiter::State::Notified) {
    waiter.previous_ = nullptr;
    waiter.next_ = first_;
    (first_ ? first_->previous_ : last_) = &waiter;
    first_ = &waiter;
  } else {
    waiter.previous_ = last_;
    waiter.next_ = nullptr;
    (last_ ? last_->next_ : first_) = &waiter;
    last_ = &waiter;
  }
  waiter.state_.store(Waiter::State::Queued, std::memory_order_relaxed);
}

Wakeable* WaitQueue::pop() noexcept {
  if (first_ == nullptr) return nullptr;
  notified_somebody = true;
  Waiter& waiter = *first_;
  first_ = waiter.next_;
  (first_ ? first_->previous_ : last_) = nullptr;
  Wakeable* const wakeable = &waiter.wakeable_;
  // Release: the last access to the waiter, whose owner may destroy it as soon as it sees this.
  waiter.state_.store(Waiter::State::Notified, std::memory_order_release);
  return wakeable;
}

bool WaitQueue::leave(Waiter& waiter) noexcept {
  const Waiter::State state = waiter.state();
  if (state == Waiter::State::Queued) {
    (waiter.previous_ ? waiter.previous_->next_ : first_) = waiter.next_;
    (waiter.next_ ? waiter.next_->previous_ : last_) = waiter.previous_;
  }
  waiter.state_.store(Waiter::State::Idle, std::memory_order_relaxed);
  return state == Waiter::State::Notified;
}

namespace {

// Do the signals end a wait?
bool cancels(Signals& signals, InterruptFilter* filter) noexcept {
  const std::uint32_t raised = signals.load();
  if ((raised & kStopSignal) != 0) return true;
  if ((raised & kInterruptSignal) == 0) return false;
  if (filter == nullptr) return true;
  // Cleared first: one that is raised meanwhile is looked at once more.
  signals.fetch_and(~kInterruptSignal);
  return filter->is_meant();
}

}  // namespace

std::optional<WaitResult> WaitSteps::look(bool time_over) {
  for (;;) {
    if (!has_asked_ || waiter_.is_notified()) {
      has_asked_ = true;
      if (waitable_.try_or_enqueue(waiter_)) return WaitResult::Acquired;
      had_to_wait_ = true;
      continue;
    }
    // Sequentially consistent: see Registry::request_stop. Whoever sets the bit wakes us afterwards, so looking before
    // sleeping misses nothing.
    if (signals_ != nullptr && cancels(*signals_, filter_)) {
      return waitable_.withdraw(waiter_) ? WaitResult::Cancelled : WaitResult::Acquired;
    }
    if (!time_over) return std::nullopt;
    return waitable_.withdraw(waiter_) ? WaitResult::TimedOut : WaitResult::Acquired;
  }
}

WaitResult wait(Waitable& waitable, Waiter& waiter, Parker& parker, Deadline deadline, Signals* signals,
                InterruptFilter* filter, bool* had_to_wait) {
  WaitSteps steps(waitable, waiter, signals, filter);
  std::optional<WaitResult> result = steps.look(false);
  // One more look after the time is over: a notification in the last moment counts.
  while (!result) result = steps.look(!parker.park(deadline));
  if (had_to_wait != nullptr) *had_to_wait = steps.had_to_wait();
  return *result;
}

WaitResult wait(Waitable& waitable, Deadline deadline, InterruptFilter* filter, bool* had_to_wait) {
  Parker& parker = this_thread_parker();
  Waiter waiter(parker);
  return wait(waitable, waiter, parker, deadline, this_thread_signals(), filter, had_to_wait);
}

WaitResult wait_uncancellable(Waitable& waitable, Deadline deadline) {
  Parker& parker = this_thread_parker();
  Waiter waiter(parker);
  return wait(waitable, waiter, parker, deadline, nullptr);
}

bool wait_or_throw(Waitable& waitable, Deadline deadline) {
  const WaitResult result = wait(waitable, deadline);
  if (result == WaitResult::Cancelled) throw ThreadStopped();
  return result == WaitResult::Acquired;
}

}  // namespace threadbook::runtime
