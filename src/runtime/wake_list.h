// WakeList: whom to wake once a guard has been let go.
//
// Who changes a primitive's state pops waiters under the guard and wakes them after it, so that
// none of them wakes only to run into the guard. For one waiter a pointer does; this is for many.
#pragma once

#include <array>
#include <cstddef>

#include "runtime/waitable.h"

namespace threadbook::runtime {

// Wakes everybody in it when it is destroyed: declared before the guard, it outlives it. Allocates
// nothing; when more than kCapacity are added it wakes those it has at once, under the guard, which
// costs time and nothing else. Thread safety: none; it lies on the stack of one thread.
class WakeList {
 public:
  WakeList() = default;
  ~WakeList() { wake(); }
  WakeList(const WakeList&) = delete;
  WakeList& operator=(const WakeList&) = delete;

  // Pops the first waiter of `queue`. Returns whether there was one. REQUIRES: the queue's guard.
  bool add_first(WaitQueue& queue) noexcept {
    Wakeable* const wakeable = queue.pop();
    if (wakeable == nullptr) return false;
    if (count_ == kCapacity) wake();
    wakeables_[count_++] = wakeable;
    return true;
  }
  // Pops them all. REQUIRES: the queue's guard.
  void add_all(WaitQueue& queue) noexcept {
    while (add_first(queue)) {
    }
  }

 private:
  static constexpr std::size_t kCapacity = 16;

  void wake() noexcept {
    for (std::size_t i = 0; i < count_; ++i) wakeables_[i]->wake();
    count_ = 0;
  }

  std::array<Wakeable*, kCapacity> wakeables_;  // the first count_ are set
  std::size_t count_ = 0;
};

}  // namespace threadbook::runtime
