// Completion: something that happens once, and that any number of threads may wait for. It is what
// join() waits on. Once it has happened, waiting costs one load.
#pragma once

#include <atomic>

#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread. Whoever calls complete() keeps the object alive
// until it has returned.
//
// Invariant: once done, nobody enters the queue.
class Completion final : public Waitable {
 public:
  Completion() = default;
  Completion(const Completion&) = delete;
  Completion& operator=(const Completion&) = delete;

  // Has it happened? Never blocks.
  [[nodiscard]] bool is_done() const noexcept { return done_.load(std::memory_order_acquire); }

  // Makes it done and wakes all who wait. Never blocks. More than once is once. What the caller did
  // before is visible to whoever finds it done.
  void complete() noexcept;

  // It has not happened, after all: for executors that take a program back to an earlier moment. REQUIRES: nobody
  // waits.
  void undo() noexcept { done_.store(false, std::memory_order_release); }

  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override { return is_done(); }

 private:
  std::atomic<bool> done_{false};  // set under guard_
  SmallMutex guard_;
  WaitQueue waiters_ GUARDED_BY(guard_);
};

}  // namespace threadbook::runtime
