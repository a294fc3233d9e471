// FutureState: what a Future is apart from its result.
//
// The states of concurrent.futures.Future, who may move it from one to the next, and who is told.
// future.h puts a C++ result beside it; another floor may put a value of its own there.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/completion.h"
#include "runtime/errors.h"
#include "runtime/small_mutex.h"

namespace threadbook::runtime {

// concurrent.futures.CancelledError: the result was asked for of what was cancelled. It has no
// text.
class CancelledError final : public StandardError {
 public:
  CancelledError() : StandardError("") {}
};
// concurrent.futures.InvalidStateError: a result was set where there is one.
class InvalidStateError final : public StandardError {
 public:
  using StandardError::StandardError;
};
// Python's TimeoutError: the result was not there in time.
class TimeoutError final : public StandardError {
 public:
  // as_completed() has a text, the others none.
  explicit TimeoutError(const std::string& text = "") : StandardError(text) {}
};

// Who wants to hear that futures are settled: wait() and as_completed(). One observer may watch
// many futures; `tag` tells which.
class FutureObserver {
 public:
  virtual ~FutureObserver() = default;
  // Called once for every future watched, on the thread that settled it, without any guard.
  // `failed`: it ended with an exception (being cancelled is not failing).
  virtual void settled(std::size_t tag, bool failed) noexcept = 0;
};

// Thread safety: every function from every thread. Lives in a shared_ptr, which whoever settles it
// holds: a thread that waited may let go of its own meanwhile.
class FutureState {
 public:
  // Pending   -> Running, by the executor that takes it up; -> Cancelled by cancel().
  // Cancelled -> CancelledAndNotified by the executor that finds it so.
  // Running   -> Finished. (Also Pending -> Finished: a program may set a result itself.)
  // Only in CancelledAndNotified and Finished is it settled for observers, as in CPython.
  enum class State : std::uint8_t { Pending, Running, Cancelled, CancelledAndNotified, Finished };

  FutureState() = default;
  virtual ~FutureState() = default;
  FutureState(const FutureState&) = delete;
  FutureState& operator=(const FutureState&) = delete;

  // Where it is; right for a moment, but it never goes back.
  [[nodiscard]] State state() const noexcept { return state_.load(std::memory_order_acquire); }
  [[nodiscard]] bool running() const noexcept { return state() == State::Running; }
  [[nodiscard]] bool cancelled() const noexcept {
    return state() == State::Cancelled || state() == State::CancelledAndNotified;
  }
  // Cancelled or finished. Never blocks, as the others above.
  [[nodiscard]] bool done() const noexcept { return cancelled() || state() == State::Finished; }

  // future.cancel(): true if it is cancelled now, or was before; false if it runs or has finished.
  // `first` tells whether this call did it: then the caller calls the callbacks. Never blocks.
  bool cancel(bool& first) noexcept;

  // For the executor about to run the work: false if it was cancelled, which observers now hear of.
  // Raises RuntimeError if it was taken up before ("Future in unexpected state").
  [[nodiscard]] bool set_running_or_notify_cancel();

  // Calls store() under the guard, to put the result in place, and settles the future; after this
  // the caller calls the callbacks. Raises InvalidStateError if it is done already, without calling
  // store(). What store() raises passes, and nothing has changed.
  template <class Store>
  void finish(bool failed, Store store) {
    std::vector<Watch> watches;
    {
      Guard guard(guard_);
      if (done()) throw_invalid_state();
      store();
      watches.swap(watches_);
      failed_ = failed;
      state_.store(State::Finished, std::memory_order_release);
    }
    tell(watches, failed);
  }

  // What result() waits for: done().
  [[nodiscard]] Completion& completed() noexcept { return completed_; }

  // observer->settled(tag, ...) will be called, unless this returns false: it is settled already,
  // and `failed` says how it ended.
  [[nodiscard]] bool observe(std::shared_ptr<FutureObserver> observer, std::size_t tag, bool& failed);
  // Lets go of an observer that has heard enough.
  void forget(const FutureObserver& observer) noexcept;

 protected:
  // For callbacks and the like of the floor above: held for a few instructions.
  SmallMutex guard_;

 private:
  struct Watch {
    std::shared_ptr<FutureObserver> observer;
    std::size_t tag;
  };

  void tell(const std::vector<Watch>& watches, bool failed) noexcept;
  [[noreturn]] void throw_invalid_state() const;

  std::atomic<State> state_{State::Pending};  // changed under guard_
  bool failed_ GUARDED_BY(guard_) = false;
  std::vector<Watch> watches_ GUARDED_BY(guard_);  // empty once settled
  Completion completed_;
};

}  // namespace threadbook::runtime
