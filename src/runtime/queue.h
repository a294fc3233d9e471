// Queue, LifoQueue, PriorityQueue, SimpleQueue: the module queue for C++.
//
// Threads hand each other items through a queue: put() waits while it is full, get() while it is
// empty. Queue gives first what was put first, LifoQueue what was put last, PriorityQueue the least
// (by operator<, or by the Compare it is given). task_done() and join() let producers wait until
// their items have been dealt with, shutdown() (Python 3.13) ends the whole thing. SimpleQueue has
// no limit, no tasks and no shutdown; its put() never blocks.
//
//   Queue<std::string> urls(10);
//   urls.put("/index.html");                           // a producer
//   for (;;) { fetch(urls.get()); urls.task_done(); }  // a consumer, until ShutDown
//
// One short critical section per operation; nothing is allocated but what the container needs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/optional_timeout.h"
#include "runtime/queue_state.h"

namespace threadbook::runtime {

// The containers, which a queue calls under its guard. FifoItems gives first what was put first.
template <class T>
class FifoItems {
 public:
  // put() takes an item in, get() gives one from a container that is not empty, swap() exchanges
  // all, each() calls visit(item) for every one.
  void put(T&& item) { items_.push_back(std::move(item)); }
  T get() {
    T item = std::move(items_.front());
    items_.pop_front();
    return item;
  }
  void swap(FifoItems& other) noexcept { items_.swap(other.items_); }
  template <class Visit>
  void each(Visit&& visit) const {
    for (const T& item : items_) visit(item);
  }

 private:
  std::deque<T> items_;
};

// Gives first what was put last.
template <class T>
class LifoItems {
 public:
  // As FifoItems' functions.
  void put(T&& item) { items_.push_back(std::move(item)); }
  T get() {
    T item = std::move(items_.back());
    items_.pop_back();
    return item;
  }
  void swap(LifoItems& other) noexcept { items_.swap(other.items_); }
  template <class Visit>
  void each(Visit&& visit) const {
    for (const T& item : items_) visit(item);
  }

 private:
  std::vector<T> items_;
};

// A binary heap with the least item on top. `Compare` is called under the queue's guard: it must
// not use the queue, must not raise, and should be quick.
template <class T, class Compare = std::less<T>>
class PriorityItems {
 public:
  // As FifoItems' functions.
  void put(T&& item) {
    items_.push_back(std::move(item));
    std::push_heap(items_.begin(), items_.end(), Greater{});
  }
  T get() {
    std::pop_heap(items_.begin(), items_.end(), Greater{});
    T item = std::move(items_.back());
    items_.pop_back();
    return item;
  }
  void swap(PriorityItems& other) noexcept { items_.swap(other.items_); }
  template <class Visit>
  void each(Visit&& visit) const {
    for (const T& item : items_) visit(item);
  }

 private:
  struct Greater {
    bool operator()(const T& a, const T& b) const { return Compare()(b, a); }
  };
  std::vector<T> items_;
};

// Thread safety: every function from every thread; the queue must outlive the calls. T needs to be
// movable, without exceptions.
template <class T, class Items>
class BasicQueue : public QueueState {
  static_assert(std::is_nothrow_move_constructible_v<T>);

 public:
  // `maxsize` <= 0: no limit.
  explicit BasicQueue(std::int64_t maxsize = 0) : QueueState(maxsize) {}

  // Python's queue.put(item, block=True, timeout=None): blocks until there is a free place, at most
  // `timeout` seconds, not at all if not `block`. Raises Full when there was none, ShutDown once
  // the queue was shut down, ValueError for a negative timeout ("'timeout' must be a non-negative
  // number"), ThreadStopped. What was raised has not put the item.
  void put(T item, bool block = true, OptionalTimeout timeout = {}) {
    if (maxsize() > 0 && block) check_timeout(timeout);
    const auto try_once = [&] { return try_put(item); };
    if (!insist(try_once, room(), block, timeout)) throw Full();
  }
  void put_nowait(T item) { put(std::move(item), false); }

  // Python's queue.get(block=True, timeout=None): blocks until there is an item, and raises Empty
  // when none came in time, ShutDown when the queue was shut down and is empty, and the rest as
  // put() does.
  T get(bool block = true, OptionalTimeout timeout = {}) {
    if (block) check_timeout(timeout);
    std::optional<T> item;
    const auto try_once = [&] { return try_get(item); };
    if (!insist(try_once, items(), block, timeout)) throw Empty();
    return std::move(*item);
  }
  T get_nowait() { return get(false); }

  // Python's queue.join(): blocks until task_done() was called for every item that was put. Raises
  // ThreadStopped.
  void join() { wait_or_throw(all_done(), Deadline::never()); }

  // Python's queue.shutdown(immediate=False): put() raises ShutDown from now on, get() when the
  // items are gone; `immediate` drops the items, as if they had been got and were done. Everybody
  // who waits looks again. More than once is allowed. Never blocks.
  void shutdown(bool immediate = false) {
    Items dropped;  // destroyed outside the guard
    shutdown_with(immediate, [&] {
      guard().assume_held();
      dropped.swap(container_);
    });
  }

  // For executors, and for whoever wants no exceptions: one try. NotNow means that one may wait at
  // room() or items(), and try again. Neither blocks. try_put moves from `item` only if Done.
  [[nodiscard]] QueueResult try_put(T& item) {
    return try_put_with([&] {
      guard().assume_held();
      container_.put(std::move(item));
    });
  }
  [[nodiscard]] QueueResult try_get(std::optional<T>& item) {
    return try_get_with([&] {
      guard().assume_held();
      item.emplace(container_.get());
    });
  }

  // Calls visit(const T&) for every item, under the guard, which visit must not need.
  template <class Visit>
  void for_each(Visit&& visit) const {
    Guard lock(guard());
    container_.each(visit);
  }

 private:
  void check_timeout(OptionalTimeout timeout) const {
    if (!timeout || timeout->seconds() >= 0) return;
    if (is_shutdown()) throw ShutDown();
    throw ValueError(messages::kQueueTimeoutNegative);
  }

  // Tries until it is done, waiting at `door` in between. Returns false if the time is over.
  template <class Try>
  static bool insist(Try try_once, Door& door, bool block, OptionalTimeout timeout) {
    std::optional<Deadline> deadline;
    for (;;) {
      const QueueResult result = try_once();
      if (result == QueueResult::Done) return true;
      if (result == QueueResult::ShutDown) throw ShutDown();
      if (!block) return false;
      if (!deadline) deadline = deadline_of(timeout);
      if (!wait_or_throw(door, *deadline)) return false;
    }
  }

  Items container_ GUARDED_BY(guard());
};

// queue.Queue, queue.LifoQueue, queue.PriorityQueue: of items that are a T.
template <class T>
using Queue = BasicQueue<T, FifoItems<T>>;
template <class T>
using LifoQueue = BasicQueue<T, LifoItems<T>>;
template <class T, class Compare = std::less<T>>
using PriorityQueue = BasicQueue<T, PriorityItems<T, Compare>>;

// queue.SimpleQueue. Thread safety: every function from every thread.
template <class T>
class SimpleQueue {
 public:
  // Python's put(item) and put_nowait(item). Never block. (Python's block and timeout mean nothing
  // there, and are left out here.)
  void put(T item) { queue_.put(std::move(item)); }
  void put_nowait(T item) { put(std::move(item)); }
  // As Queue's: blocks until there is an item, and raises Empty when none came in time,
  // ThreadStopped.
  T get(bool block = true, OptionalTimeout timeout = {}) { return queue_.get(block, timeout); }
  T get_nowait() { return get(false); }

  // Right for a moment.
  [[nodiscard]] bool empty() const noexcept { return queue_.empty(); }
  [[nodiscard]] std::int64_t qsize() const noexcept { return queue_.qsize(); }

  // For executors: as Queue's.
  [[nodiscard]] QueueResult try_get(std::optional<T>& item) { return queue_.try_get(item); }
  [[nodiscard]] QueueState::Door& items() noexcept { return queue_.items(); }
  template <class Visit>
  void for_each(Visit&& visit) const {
    queue_.for_each(visit);
  }

 private:
  Queue<T> queue_;
};

}  // namespace threadbook::runtime
