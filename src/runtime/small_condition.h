// A condition variable for what a SmallMutex guards.
//
// A number that counts notifications; whoever waits sleeps on it, as long as it is what it was when
// it let go of the mutex. So a notification that comes before it sleeps is not missed. Notifying
// nobody costs one look, and can be done without the mutex, so that who is woken finds it free.
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <optional>

#include "runtime/small_mutex.h"

namespace threadbook::runtime {

class SmallCondition {
 public:
  // Lets go of the mutex, blocks until a notification or for `timeout` nanoseconds (absent: for
  // ever), and takes the mutex again. May return for nothing: look again whether what is waited for
  // is true. REQUIRES: the calling thread holds `mutex`, which guards it.
  void wait(SmallMutex& mutex, std::optional<Nanoseconds> timeout = {}) REQUIRES(mutex) {
    const std::uint32_t seen = notifications_.load(std::memory_order_relaxed);
    waiters_.fetch_add(1, std::memory_order_relaxed);
    mutex.unlock();
    futex_wait(notifications_, seen, timeout);
    mutex.lock();
    waiters_.fetch_sub(1, std::memory_order_relaxed);
  }

  // Wake one of those that wait, or all of them. Never block. REQUIRES: what they wait for was made
  // true with the mutex held, which may have been let go of since.
  void notify_one() noexcept { notify(1); }
  void notify_all() noexcept { notify(std::numeric_limits<int>::max()); }

 private:
  void notify(int count) noexcept {
    if (waiters_.load(std::memory_order_relaxed) == 0) return;
    notifications_.fetch_add(1, std::memory_order_relaxed);
    futex_wake(notifications_, count);
  }

  std::atomic<std::uint32_t> notifications_{0};
  std::atomic<std::uint32_t> waiters_{0};
};

}  // namespace threadbook::runtime
