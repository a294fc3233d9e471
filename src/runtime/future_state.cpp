#include "runtime/future_state.h"

#include <cstdio>

namespace threadbook::runtime {
namespace {

const char* name_of(FutureState::State state) {
  switch (state) {
    case FutureState::State::Pending: return "PENDING";
    case FutureState::State::Running: return "RUNNING";
    case FutureState::State::Cancelled: return "CANCELLED";
    case FutureState::State::CancelledAndNotified: return "CANCELLED_AND_NOTIFIED";
    case FutureState::State::Finished: return "FINISHED";
  }
  return "";
}

}  // namespace

bool FutureState::cancel(bool& first) noexcept {
  {
    Guard guard(guard_);
    first = state() == State::Pending;
    if (!first) return cancelled();
    state_.store(State::Cancelled, std::memory_order_release);
  }
  completed_.complete();
  return true;
}

bool FutureState::set_running_or_notify_cancel() {
  std::vector<Watch> watches;
  {
    Guard guard(guard_);
    if (state() == State::Pending) {
      state_.store(State::Running, std::memory_order_release);
      return true;
    }
    if (state() != State::Cancelled) throw RuntimeError(messages::kUnexpectedFutureState);
    state_.store(State::CancelledAndNotified, std::memory_order_release);
    watches.swap(watches_);
  }
  tell(watches, false);
  return false;
}

bool FutureState::observe(std::shared_ptr<FutureObserver> observer, std::size_t tag, bool& failed) {
  Guard guard(guard_);
  failed = failed_;
  if (state() == State::Finished || state() == State::CancelledAndNotified) return false;
  watches_.push_back({std::move(observer), tag});
  return true;
}

void FutureState::forget(const FutureObserver& observer) noexcept {
  std::vector<Watch> forgotten;  // let go outside the guard
  Guard guard(guard_);
  for (auto watch = watches_.begin(); watch != watches_.end();) {
    if (watch->observer.get() == &observer) {
      forgotten.push_back(std::move(*watch));
      watch = watches_.erase(watch);
    } else {
      ++watch;
    }
  }
}

void FutureState::tell(const std::vector<Watch>& watches, bool failed) noexcept {
  for (const Watch& watch : watches) watch.observer->settled(watch.tag, failed);
  completed_.complete();
}

void FutureState::throw_invalid_state() const {
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<const void*>(this));
  throw InvalidStateError(std::string(name_of(state())) + ": <Future at " + address + ">");
}

}  // namespace threadbook::runtime
