#include "runtime/barrier.h"

#include <cassert>
#include <utility>

namespace threadbook::runtime {

Barrier::Barrier(std::int64_t parties, std::function<void()> action, OptionalTimeout timeout)
    : parties_(parties), action_(std::move(action)), timeout_(timeout) {
  if (parties < 1) throw ValueError(messages::kNoParties);
}

std::int64_t Barrier::wait(OptionalTimeout timeout) {
  Party party(*this);
  wait_or_throw(party, Deadline::never());
  if (party.state() == Party::State::Acting) {
    try {
      if (action_) action_();
    } catch (...) {
      fail(party);
      throw;
    }
    release(party);
  } else if (party.state() == Party::State::Waiting) {
    // Once all have arrived it is the action that takes its time, and no longer the others.
    if (!wait_or_throw(party, deadline_of(timeout ? timeout : timeout_)) && party.state() == Party::State::Waiting) {
      wait_or_throw(party, Deadline::never());
    }
  }
  if (party.state() == Party::State::Broken) throw BrokenBarrierError();
  return party.index();
}

void Barrier::reset() noexcept {
  WakeList awake;
  Guard guard(guard_);
  if (state_ != State::Acting) end_round(false, State::Filling, awake);
}

void Barrier::abort() noexcept {
  WakeList awake;
  Guard guard(guard_);
  end_round(false, State::Broken, awake);
}

std::int64_t Barrier::n_waiting() const noexcept {
  Guard guard(guard_);
  return count_;
}

bool Barrier::broken() const noexcept {
  Guard guard(guard_);
  return state_ == State::Broken;
}

void Barrier::end_action(Party& party, bool succeeded) noexcept {
  WakeList awake;
  Guard guard(guard_);
  party.barrier_.guard_.assume_held();  // the same: it is a party of this barrier
  assert(party.state_ == Party::State::Acting);
  party.state_ = succeeded ? Party::State::Passed : Party::State::Broken;
  // Unless abort() ended the round meanwhile.
  if (acting_ == &party) {
    end_round(succeeded, succeeded ? State::Filling : State::Broken, awake);
  }
}

// Tells the parties that wait their fate, and lets in who stands at the entrance.
void Barrier::end_round(bool passed, State next, WakeList& awake) noexcept {
  state_ = next;
  count_ = 0;
  acting_ = nullptr;
  while (first_ != nullptr) {
    first_->barrier_.guard_.assume_held();  // ours, as it is for all who wait here
    first_->state_ = passed ? Party::State::Passed : Party::State::Broken;
    first_ = first_->next_;
  }
  awake.add_all(waiters_);
  awake.add_all(entrance_);
}

Barrier::Party::~Party() {
  WakeList awake;
  Guard guard(barrier_.guard_);
  if (state_ == State::Waiting && barrier_.state_ == Barrier::State::Acting) {
    Party** link = &barrier_.first_;
    while (*link != this) link = &(*link)->next_;
    *link = next_;
  } else if (state_ == State::Waiting || barrier_.acting_ == this) {
    barrier_.end_round(false, Barrier::State::Broken, awake);
  }
}

Barrier::Party::State Barrier::Party::state() const noexcept {
  Guard guard(barrier_.guard_);
  return state_;
}

bool Barrier::Party::try_or_enqueue(Waiter& waiter) {
  Guard guard(barrier_.guard_);
  if (state_ == State::Waiting) {
    barrier_.waiters_.push(waiter);
    return false;
  }
  if (state_ != State::Entering) {
    barrier_.waiters_.leave(waiter);
    return true;
  }
  if (barrier_.state_ == Barrier::State::Acting) {
    barrier_.entrance_.push(waiter);
    return false;
  }
  barrier_.entrance_.leave(waiter);
  if (barrier_.state_ == Barrier::State::Broken) {
    state_ = State::Broken;
    return true;
  }
  index_ = barrier_.count_++;
  if (barrier_.count_ == barrier_.parties_) {
    state_ = State::Acting;
    barrier_.state_ = Barrier::State::Acting;
    barrier_.acting_ = this;
  } else {
    state_ = State::Waiting;
    next_ = std::exchange(barrier_.first_, this);
  }
  return true;
}

bool Barrier::Party::is_ready() const noexcept {
  Guard guard(barrier_.guard_);
  return state_ == State::Entering ? barrier_.state_ != Barrier::State::Acting : state_ != State::Waiting;
}

bool Barrier::Party::withdraw(Waiter& waiter) {
  WakeList awake;
  Guard guard(barrier_.guard_);
  if (state_ == State::Entering) {
    barrier_.entrance_.leave(waiter);
    return true;
  }
  barrier_.waiters_.leave(waiter);
  if (state_ != State::Waiting) return false;
  if (barrier_.state_ == Barrier::State::Acting) return true;
  barrier_.end_round(false, Barrier::State::Broken, awake);
  return true;
}

}  // namespace threadbook::runtime
