// QueueState: what a queue is apart from its items.
//
// How many items there are, how many may be, how many are not done yet, whether it was shut down,
// and who waits for which of these. It never blocks: try_put and try_get (queue.h) say that there
// is no room or nothing to get, and then one waits at a door. Doors hand nothing over: to get
// through means that it is worth trying again, and who then comes too late waits again, as in
// CPython. So only a thread that runs moves items, never one that waits, which a collector of
// garbage that looks at the items relies on.
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/errors.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"
#include "runtime/wake_list.h"

namespace threadbook::runtime {

// queue.Empty: nothing to get. It has no text, as in CPython, nor have the next two.
class Empty final : public StandardError {
 public:
  Empty() : StandardError("") {}
};
// queue.Full: no room to put.
class Full final : public StandardError {
 public:
  Full() : StandardError("") {}
};
// queue.ShutDown (Python 3.13): the queue was shut down, and this will not happen any more.
class ShutDown final : public StandardError {
 public:
  ShutDown() : StandardError("") {}
};

// How a try to put or to get ended.
enum class QueueResult : std::uint8_t {
  Done,
  NotNow,    // full, or empty
  ShutDown,  // and never again
};

// Thread safety: every function from every thread; it must outlive the calls.
//
// Invariants:
// 1. While threads stand at the door of items (room), at least as many that went through it are
//    under way as there are items (free places), or the queue was shut down and none stands there.
//    Who went through a door tries, and so takes what it was called for or finds it taken.
// 2. Nobody stands at the door of all_done while unfinished_tasks() is 0.
class QueueState {
 public:
  // One of the things to wait for. Getting through takes nothing.
  class Door final : public Waitable {
   public:
    [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
    [[nodiscard]] bool withdraw(Waiter& waiter) override;
    [[nodiscard]] bool is_ready() const noexcept override;

   private:
    friend class QueueState;
    Door(QueueState& queue, bool (QueueState::*is_open)() const) noexcept : queue_(queue), is_open_(is_open) {}

    // For the queue, under its guard.
    void add_first_to(WakeList& awake) noexcept {
      queue_.guard_.assume_held();
      awake.add_first(waiters_);
    }
    void add_all_to(WakeList& awake) noexcept {
      queue_.guard_.assume_held();
      awake.add_all(waiters_);
    }

    QueueState& queue_;
    bool (QueueState::*const is_open_)() const;  // asked under the guard
    WaitQueue waiters_ GUARDED_BY(queue_.guard_);
  };

  // `maxsize` <= 0: no limit.
  explicit QueueState(std::int64_t maxsize) noexcept : maxsize_(maxsize) {}
  QueueState(const QueueState&) = delete;
  QueueState& operator=(const QueueState&) = delete;

  // Right for a moment; none blocks.
  [[nodiscard]] std::int64_t maxsize() const noexcept { return maxsize_; }
  [[nodiscard]] std::int64_t qsize() const noexcept { return size_.load(std::memory_order_relaxed); }
  [[nodiscard]] bool empty() const noexcept { return qsize() == 0; }
  [[nodiscard]] bool full() const noexcept { return maxsize_ > 0 && qsize() >= maxsize_; }
  [[nodiscard]] bool is_shutdown() const noexcept { return is_shutdown_.load(std::memory_order_acquire); }
  [[nodiscard]] std::int64_t unfinished_tasks() const noexcept { return unfinished_.load(std::memory_order_relaxed); }

  // Python's queue.task_done(): an item that was got has been dealt with. Never blocks. Raises
  // ValueError when called more often than items were put ("task_done() called too many times").
  void task_done();

  // The doors: open while there is an item, a free place (both also once the queue was shut down),
  // no unfinished task.
  [[nodiscard]] Door& items() noexcept { return items_; }
  [[nodiscard]] Door& room() noexcept { return room_; }
  [[nodiscard]] Door& all_done() noexcept { return all_done_; }

 protected:
  ~QueueState() = default;

  // Calls add() under the guard (assume_held() tells the compiler so) if there is room. What it raises passes, and
  // nothing was put.
  template <class Add>
  QueueResult try_put_with(Add add) {
    WakeList awake;
    Guard guard(guard_);
    if (is_shutdown()) return QueueResult::ShutDown;
    if (!has_room()) return QueueResult::NotNow;
    try {
      add();
    } catch (...) {
      room_.add_first_to(awake);  // the place is still free
      throw;
    }
    add_to(size_, 1);
    add_to(unfinished_, 1);
    items_.add_first_to(awake);
    return QueueResult::Done;
  }

  // Calls take(), which must not raise, under the guard if there is an item.
  template <class Take>
  QueueResult try_get_with(Take take) {
    WakeList awake;
    Guard guard(guard_);
    if (empty()) return is_shutdown() ? QueueResult::ShutDown : QueueResult::NotNow;
    take();
    add_to(size_, -1);
    room_.add_first_to(awake);
    return QueueResult::Done;
  }

  // Shuts it down. If `immediate`, calls drop() under the guard, which is to empty the container,
  // and counts its items as done.
  template <class Drop>
  void shutdown_with(bool immediate, Drop drop) {
    WakeList awake;
    Guard guard(guard_);
    is_shutdown_.store(true, std::memory_order_release);
    if (immediate) {
      drop();
      const std::int64_t dropped = qsize() < unfinished_tasks() ? qsize() : unfinished_tasks();
      add_to(unfinished_, -dropped);
      size_.store(0, std::memory_order_relaxed);
      if (is_all_done()) all_done_.add_all_to(awake);
    }
    items_.add_all_to(awake);
    room_.add_all_to(awake);
  }

  // For a look at the container.
  [[nodiscard]] SmallMutex& guard() const noexcept RETURN_CAPABILITY(guard_) { return guard_; }

 private:
  [[nodiscard]] bool has_item() const noexcept { return !empty() || is_shutdown(); }
  [[nodiscard]] bool has_room() const noexcept { return !full() || is_shutdown(); }
  [[nodiscard]] bool is_all_done() const noexcept { return unfinished_tasks() == 0; }

  // Written under the guard only, so a plain sum does.
  static void add_to(std::atomic<std::int64_t>& number, std::int64_t n) noexcept {
    number.store(number.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }

  const std::int64_t maxsize_;
  mutable SmallMutex guard_;
  std::atomic<std::int64_t> size_{0};  // these three written under guard_, read by everybody
  std::atomic<std::int64_t> unfinished_{0};
  std::atomic<bool> is_shutdown_{false};
  Door items_{*this, &QueueState::has_item};
  Door room_{*this, &QueueState::has_room};
  Door all_done_{*this, &QueueState::is_all_done};
};

}  // namespace threadbook::runtime
