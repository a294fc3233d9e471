// Future: concurrent.futures.Future for C++, a result that will be there later, and wait() and
// as_completed() for many of them.
//
// A Future is a reference, as in Python: copies mean the same result. ThreadPoolExecutor::submit()
// makes them; a program may also make one, hand a copy to another thread and set the result itself.
//
//   Future<int> future = pool.submit([] { return 6 * 7; });
//   future.result();      // 42, or throws what the function threw
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/event.h"
#include "runtime/future_state.h"
#include "runtime/optional_timeout.h"
#include "runtime/queue.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread, on different copies; one copy is like one
// pointer.
template <class T>
class Future {
 public:
  // What add_done_callback() takes: gets a Future equal to the one that is done.
  using Callback = std::function<void(const Future&)>;

  // Pending, and nobody works on it yet.
  Future() : shared_(std::make_shared<Shared>()) {}

  // Do both mean the same result?
  friend bool operator==(const Future& a, const Future& b) noexcept = default;

  // Python's future.cancel(): true if the work will not be done because of this call or an earlier
  // one; false if it is being done or has been. Calls the callbacks. Does not block otherwise.
  bool cancel() const {
    bool first = false;
    const bool is_cancelled = shared_->cancel(first);
    if (first) call_callbacks();
    return is_cancelled;
  }
  // Right for a moment, except that done() and cancelled() stay true.
  [[nodiscard]] bool cancelled() const noexcept { return shared_->cancelled(); }
  [[nodiscard]] bool running() const noexcept { return shared_->running(); }
  [[nodiscard]] bool done() const noexcept { return shared_->done(); }

  // Python's future.result(timeout=None): blocks until it is done, then returns the result or
  // throws the exception that it ended with. A result that can only be moved may be asked for once.
  // Raises CancelledError if it was cancelled, TimeoutError if `timeout` seconds were over first (a
  // negative one counts as 0), ThreadStopped.
  T result(OptionalTimeout timeout = {}) const {
    await(timeout);
    if (const auto* const error = std::get_if<kError>(&shared_->result)) {
      std::rethrow_exception(*error);
    }
    if constexpr (std::is_copy_constructible_v<Result>) {
      return give(std::get<kResult>(shared_->result));
    } else {
      return give(std::move(std::get<kResult>(shared_->result)));
    }
  }

  // Python's future.exception(timeout=None): blocks as result() does and raises the same; returns
  // the exception it ended with, null if it ended with a result.
  [[nodiscard]] std::exception_ptr exception(OptionalTimeout timeout = {}) const {
    await(timeout);
    const auto* const error = std::get_if<kError>(&shared_->result);
    return error ? *error : nullptr;
  }

  // Python's future.add_done_callback(fn): calls callback(future) when it is done, on the thread
  // that does it; at once if it is done already. In the order added. What a callback raises is
  // reported like a thread's exception (Registry::report_exception), and the others are called.
  void add_done_callback(Callback callback) const {
    if (shared_->add_callback(callback)) return;
    call(callback);
  }

  // For executors and tests. set_result() and set_exception() raise InvalidStateError if it is done
  // ("FINISHED: <Future at 0x...>"), set_running_or_notify_cancel() raises RuntimeError if it runs
  // or is done ("Future in unexpected state").
  //
  // False if the future was cancelled: then the work must not be done.
  [[nodiscard]] bool set_running_or_notify_cancel() const { return shared_->set_running_or_notify_cancel(); }
  template <class... Value>
  void set_result(Value&&... value) const {
    Result result(std::forward<Value>(value)...);
    shared_->finish(false, [&] { shared_->result.template emplace<kResult>(std::move(result)); });
    call_callbacks();
  }
  void set_exception(std::exception_ptr error) const {
    shared_->finish(true, [&] { shared_->result.template emplace<kError>(std::move(error)); });
    call_callbacks();
  }

  // Its state machine, which lives as long as a Future that means it.
  [[nodiscard]] FutureState& state() const noexcept { return *shared_; }

 private:
  struct Nothing {};  // what a function returns that returns void
  using Result = std::conditional_t<std::is_void_v<T>, Nothing, T>;

  // What the variant holds.
  static constexpr std::size_t kResult = 1;
  static constexpr std::size_t kError = 2;

  struct Shared final : FutureState {
    // False if it is done already.
    bool add_callback(Callback& callback) {
      Guard lock(guard_);
      if (done()) return false;
      callbacks.push_back(std::move(callback));
      return true;
    }
    std::vector<Callback> take_callbacks() {
      Guard lock(guard_);
      return std::exchange(callbacks, {});
    }

    std::variant<std::monostate, Result, std::exception_ptr> result;  // constant once Finished
    std::vector<Callback> callbacks GUARDED_BY(guard_);
  };

  template <class Value>
  static T give(Value&& value) {
    if constexpr (!std::is_void_v<T>) return std::forward<Value>(value);
  }

  void await(OptionalTimeout timeout) const {
    if (!done() && !wait_or_throw(shared_->completed(), deadline_of(timeout))) throw TimeoutError();
    if (cancelled()) throw CancelledError();
  }

  void call_callbacks() const {
    for (const Callback& callback : shared_->take_callbacks()) call(callback);
  }
  void call(const Callback& callback) const {
    try {
      callback(*this);
    } catch (const ThreadStopped&) {
      throw;
    } catch (...) {
      const ThreadPtr self = current_thread();
      self->registry()->report_exception({std::current_exception(), self});
    }
  }

  std::shared_ptr<Shared> shared_;
};

// When wait() returns: concurrent.futures' FIRST_COMPLETED, FIRST_EXCEPTION and ALL_COMPLETED.
enum class ReturnWhen : std::uint8_t {
  FirstCompleted,
  FirstException,  // or all are done
  AllCompleted,
};

// What wait() returns: each of the futures once, in the order in which they were given.
template <class T>
struct DoneAndNotDone {
  std::vector<Future<T>> done;
  std::vector<Future<T>> not_done;
};

namespace detail {

// What wait() waits for: enough futures are settled.
class EnoughSettled final : public FutureObserver {
 public:
  EnoughSettled(std::size_t needed, ReturnWhen when) : missing_(needed), when_(when) {}
  void settled(std::size_t tag, bool failed) noexcept override;
  Event enough;

 private:
  std::atomic<std::size_t> missing_;
  const ReturnWhen when_;
};

// What as_completed() waits for: the tags of settled futures, in order.
class SettledInOrder final : public FutureObserver {
 public:
  void settled(std::size_t tag, bool) noexcept override { tags.put(tag); }
  SimpleQueue<std::size_t> tags;
};

// Each future once, in the order of its first mention.
template <class T>
std::vector<Future<T>> without_doubles(std::vector<Future<T>> futures) {
  std::unordered_map<const FutureState*, bool> seen;
  std::erase_if(futures, [&](const Future<T>& future) { return !seen.emplace(&future.state(), true).second; });
  return futures;
}

}  // namespace detail

// concurrent.futures.wait(fs, timeout=None, return_when=ALL_COMPLETED): blocks until `when` is true
// of the futures or `timeout` seconds are over, and tells which are done. One that was cancelled
// counts once its executor knows. Raises ThreadStopped; never TimeoutError.
template <class T>
DoneAndNotDone<T> wait(std::vector<Future<T>> futures, OptionalTimeout timeout = {},
                       ReturnWhen when = ReturnWhen::AllCompleted) {
  const Deadline deadline = deadline_of(timeout);
  futures = detail::without_doubles(std::move(futures));
  const auto observer = std::make_shared<detail::EnoughSettled>(futures.size(), when);
  if (futures.empty()) observer->enough.set();
  for (std::size_t i = 0; i < futures.size(); ++i) {
    bool failed = false;
    if (!futures[i].state().observe(observer, i, failed)) observer->settled(i, failed);
  }
  const WaitResult result = runtime::wait(observer->enough, deadline);
  DoneAndNotDone<T> split;
  for (Future<T>& future : futures) {
    future.state().forget(*observer);
    const bool settled = future.done() && future.state().state() != FutureState::State::Cancelled;
    (settled ? split.done : split.not_done).push_back(std::move(future));
  }
  if (result == WaitResult::Cancelled) throw ThreadStopped();
  return split;
}

// The futures in the order in which they are done: what as_completed() returns. Belongs to one
// thread.
template <class T>
class AsCompleted {
 public:
  AsCompleted(std::vector<Future<T>> futures, Deadline deadline)
      : futures_(detail::without_doubles(std::move(futures))),
        left_(futures_.size()),
        deadline_(deadline),
        observer_(std::make_shared<detail::SettledInOrder>()) {
    bool failed = false;
    for (std::size_t i = 0; i < futures_.size(); ++i) {
      if (!futures_[i].state().observe(observer_, i, failed)) observer_->settled(i, failed);
    }
  }
  AsCompleted(AsCompleted&&) = default;
  ~AsCompleted() {
    if (!observer_) return;
    for (const Future<T>& future : futures_) future.state().forget(*observer_);
  }

  // The next one that is done, nothing after the last. Blocks until there is one. Raises
  // TimeoutError when the time, counted from as_completed(), is over ("1 (of 3) futures
  // unfinished"), ThreadStopped.
  std::optional<Future<T>> next() {
    if (left_ == 0) return std::nullopt;
    std::optional<std::size_t> tag;
    while (observer_->tags.try_get(tag) != QueueResult::Done) {
      if (!wait_or_throw(observer_->tags.items(), deadline_)) {
        throw TimeoutError(std::to_string(left_) + " (of " + std::to_string(futures_.size()) + ") futures unfinished");
      }
    }
    --left_;
    return futures_[*tag];
  }

  // For range-for. begin() and ++ block and raise as next() does.
  class Iterator {
   public:
    explicit Iterator(AsCompleted* from) : from_(from) { ++*this; }
    const Future<T>& operator*() const { return *current_; }
    Iterator& operator++() {
      current_ = from_->next();
      return *this;
    }
    friend bool operator==(const Iterator& a, std::default_sentinel_t) { return !a.current_; }

   private:
    AsCompleted* from_;
    std::optional<Future<T>> current_;
  };
  // The first that is done, waited for as next() does.
  Iterator begin() { return Iterator(this); }
  std::default_sentinel_t end() const { return {}; }

 private:
  std::vector<Future<T>> futures_;
  std::size_t left_;
  Deadline deadline_;
  std::shared_ptr<detail::SettledInOrder> observer_;
};

// concurrent.futures.as_completed(fs, timeout=None): for (auto& future : as_completed(futures)).
// A future given twice comes once.
template <class T>
AsCompleted<T> as_completed(std::vector<Future<T>> futures, OptionalTimeout timeout = {}) {
  return AsCompleted<T>(std::move(futures), deadline_of(timeout));
}

}  // namespace threadbook::runtime
