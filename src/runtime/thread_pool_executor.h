// ThreadPoolExecutor: concurrent.futures.ThreadPoolExecutor for C++.
//
// A pool of threads that do what they are given, each piece of work behind a Future (future.h).
//
//   ThreadPoolExecutor pool({.max_workers = 4});
//   Future<Page> page = pool.submit(fetch, url);
//   for (int square : pool.map([](int x) { return x * x; }, std::vector{1, 2, 3})) ...
//
// A thread is started when work comes, none is idle, and there may be more; an idle one takes the
// work otherwise. Work is taken up in the order in which it was submitted.
//
// The end: shutdown() lets what was submitted be done and then ends the threads; the destructor
// does so too and waits, as leaving Python's `with` does. A pool that is still there when its
// program ends finishes its work first (Registry::at_shutdown).
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/errors.h"
#include "runtime/future.h"
#include "runtime/optional_timeout.h"

namespace threadbook::runtime {

// concurrent.futures.BrokenExecutor: the pool does nothing any more.
class BrokenExecutor : public RuntimeError {
 public:
  using RuntimeError::RuntimeError;
};
// concurrent.futures.thread.BrokenThreadPool: because an initializer failed.
class BrokenThreadPool final : public BrokenExecutor {
 public:
  using BrokenExecutor::BrokenExecutor;
};

// The keyword arguments of ThreadPoolExecutor(), in Python's order; all are optional.
struct ThreadPoolOptions {
  std::optional<std::int64_t> max_workers = {};  // absent: processors + 4, at most 32
  std::string thread_name_prefix = {};           // empty: "ThreadPoolExecutor-N"; then "_N" comes
  std::function<void()> initializer = {};        // called first in every thread
};

// The keyword arguments of map(). `chunksize` is there for the sake of process pools and, as in
// Python, means nothing to threads.
struct MapOptions {
  OptionalTimeout timeout = {};
  std::int64_t chunksize = 1;
};

// The results of map(), in the order of its arguments. Each is waited for when it is asked for;
// what a call threw is thrown then. Destroying it cancels the calls that have not begun. Belongs to
// one thread.
template <class T>
class MapResults {
 public:
  MapResults(std::vector<Future<T>> futures, Deadline deadline) : futures_(std::move(futures)), deadline_(deadline) {}
  MapResults(MapResults&&) = default;
  ~MapResults() {
    for (std::size_t i = next_; i < futures_.size(); ++i) futures_[i].cancel();
  }

  // Is there another one?
  [[nodiscard]] bool has_next() const noexcept { return next_ < futures_.size(); }
  // Blocks until the next one is there and returns it. Raises TimeoutError when map()'s `timeout`,
  // counted from its call, is over, and what the call threw; after either there is none. REQUIRES:
  // has_next().
  T next() {
    const Future<T> future = futures_[next_++];
    try {
      if (!future.done() && !wait_or_throw(future.state().completed(), deadline_)) {
        future.cancel();
        throw TimeoutError();
      }
      return future.result();
    } catch (...) {
      for (; next_ < futures_.size(); ++next_) futures_[next_].cancel();
      throw;
    }
  }

  // For range-for. `*` blocks and raises as next() does; it may be asked once for each.
  class Iterator {
   public:
    explicit Iterator(MapResults* from) : from_(from) {}
    T operator*() { return from_->next(); }
    Iterator& operator++() { return *this; }
    friend bool operator==(const Iterator& a, std::default_sentinel_t) { return !a.from_->has_next(); }

   private:
    MapResults* from_;
  };
  // For range-for; neither blocks.
  Iterator begin() { return Iterator(this); }
  std::default_sentinel_t end() const { return {}; }

 private:
  std::vector<Future<T>> futures_;
  std::size_t next_ = 0;
  Deadline deadline_;
};

// Thread safety: every function from every thread but the destructor.
class ThreadPoolExecutor {
 public:
  // Its threads belong to the calling thread's program. Starts none. Raises ValueError for
  // max_workers <= 0 ("max_workers must be greater than 0"), RuntimeError at the end of the
  // program.
  explicit ThreadPoolExecutor(ThreadPoolOptions options = {});
  // shutdown(true), which blocks, and deaf to stop: what runs was told to stop too.
  ~ThreadPoolExecutor();
  ThreadPoolExecutor(const ThreadPoolExecutor&) = delete;
  ThreadPoolExecutor& operator=(const ThreadPoolExecutor&) = delete;

  // Python's executor.submit(fn, *args): has fn(args...) called in one of the threads. Never waits
  // for work to be done. Raises RuntimeError after shutdown() ("cannot schedule new futures after
  // shutdown") and at the end of the program; BrokenThreadPool; what Thread::start() raises, and
  // then the work waits for a thread that there is already, if any.
  template <class Function, class... Args>
  auto submit(Function function, Args... args) {
    using T = std::invoke_result_t<Function, Args...>;
    auto work = std::make_unique<WorkOf<T, Function, Args...>>(std::move(function), std::move(args)...);
    Future<T> future = work->future;
    add(std::move(work));
    return future;
  }

  // Python's executor.map(fn, *iterables, timeout=None, chunksize=1): submits fn(a, b, ...) for the
  // first items of the ranges, for the second, and so on until the shortest ends. Copies the items.
  // Raises what submit() raises.
  template <class Function, class... Ranges>
  auto map(MapOptions options, Function function, const Ranges&... ranges) {
    static_assert(sizeof...(Ranges) > 0);
    using T = std::invoke_result_t<Function, std::decay_t<decltype(*std::begin(ranges))>...>;
    const Deadline deadline = deadline_of(options.timeout);
    std::vector<Future<T>> futures;
    auto places = std::make_tuple(std::make_pair(std::begin(ranges), std::end(ranges))...);
    std::apply(
        [&](auto&... place) {
          while (((place.first != place.second) && ...)) {
            futures.push_back(submit(function, *place.first...));
            (static_cast<void>(++place.first), ...);
          }
        },
        places);
    return MapResults<T>(std::move(futures), deadline);
  }
  template <class Function, class... Ranges>
  auto map(Function function, const Ranges&... ranges) {
    return map(MapOptions{}, std::move(function), ranges...);
  }

  // Python's executor.shutdown(wait=True, *, cancel_futures=False): nothing can be submitted any
  // more; what was, is done, unless `cancel_futures` cancels what no thread has taken up. With
  // `wait` blocks until the threads have ended, and raises ThreadStopped. More than once is
  // allowed.
  void shutdown(bool wait = true, bool cancel_futures = false);

 private:
  // A call and its future.
  struct Work {
    virtual ~Work() = default;
    // One of these is called, once; it does nothing more if the future was cancelled.
    virtual void run() = 0;
    virtual void fail(const std::exception_ptr& error) = 0;
    virtual void cancel() = 0;
  };
  template <class T, class Function, class... Args>
  struct WorkOf;

  // What the threads share with the executor, and may outlive it.
  class Core;

  void add(std::unique_ptr<Work> work);

  std::shared_ptr<Core> core_;
  std::uint64_t at_shutdown_ = 0;
};

template <class T, class Function, class... Args>
struct ThreadPoolExecutor::WorkOf final : Work {
  explicit WorkOf(Function function, Args... args) : call(std::move(function), std::move(args)...) {}

  void run() override {
    if (!future.set_running_or_notify_cancel()) return;
    std::conditional_t<std::is_void_v<T>, bool, std::optional<T>> result{};
    try {
      if constexpr (std::is_void_v<T>) {
        invoke();
      } else {
        result.emplace(invoke());
      }
    } catch (const ThreadStopped&) {
      future.set_exception(std::current_exception());
      throw;
    } catch (...) {
      future.set_exception(std::current_exception());
      return;
    }
    if constexpr (std::is_void_v<T>) {
      future.set_result();
    } else {
      future.set_result(std::move(*result));
    }
  }
  void fail(const std::exception_ptr& error) override {
    if (future.set_running_or_notify_cancel()) future.set_exception(error);
  }
  void cancel() override {
    if (future.cancel()) (void)future.set_running_or_notify_cancel();
  }

  decltype(auto) invoke() {
    return std::apply(
        [](auto&&... parts) -> decltype(auto) { return std::invoke(std::forward<decltype(parts)>(parts)...); },
        std::move(call));
  }

  Future<T> future;
  std::tuple<Function, Args...> call;
};

}  // namespace threadbook::runtime
