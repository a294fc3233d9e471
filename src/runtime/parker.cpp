#include "runtime/parker.h"

#include <algorithm>
#include <utility>

namespace threadbook::runtime {
namespace {

// Made once and never destroyed: threads may end after the last destructor of a program has run.
SlotList<Parker>& all_parkers() {
  static auto& parkers = *new SlotList<Parker>;
  return parkers;
}

// The pointer apart from its lease has no destructor, so it may be read while the thread's other
// thread-local objects are being destroyed; a Parker taken that late is never given back.
thread_local Parker* own_parker = nullptr;

// How many threads look for their token.
std::atomic<unsigned> lookers{0};

struct Lease {
  ~Lease() {
    if (Parker* const parker = std::exchange(own_parker, nullptr)) all_parkers().release(*parker);
  }
};

}  // namespace

bool Parker::take_token() noexcept {
  // Nobody else takes it. Acquire, here and below: pairs with the release in unpark().
  return word_.load(std::memory_order_relaxed) == kToken && word_.exchange(kEmpty, std::memory_order_acquire) == kToken;
}

bool Parker::park(Deadline deadline) {
  if (take_token()) return true;
  Patience::Wait wait(patience_);
  if (wait.is_worth_looking() && look_for_token(wait, deadline)) return true;
  std::uint32_t seen = kEmpty;
  if (!word_.compare_exchange_strong(seen, kParked, std::memory_order_acquire)) {
    word_.store(kEmpty, std::memory_order_relaxed);
    return true;
  }
  for (;;) {
    const auto remaining = deadline.remaining();
    const bool time_left = !remaining || *remaining > 0;
    if (time_left) futex_wait(word_, kParked, remaining);
    if (take_token()) return true;
    if (!time_left) return word_.exchange(kEmpty, std::memory_order_acquire) == kToken;
  }
}

bool Parker::look_for_token(Patience::Wait& wait, Deadline deadline) noexcept {
  static const unsigned most_lookers = cpu_count() - 1;
  bool found = false;
  if (lookers.fetch_add(1, std::memory_order_relaxed) < most_lookers) {
    const Deadline end = std::min(deadline, Deadline::after(kLookingTime));
    found = look_until(end, [this] { return take_token(); });
    wait.looked(found);
  }
  lookers.fetch_sub(1, std::memory_order_relaxed);
  return found;
}

void Parker::unpark() noexcept {
  // An exchange even when a token lies there already: it carries the caller's release.
  if (word_.exchange(kToken, std::memory_order_acq_rel) == kParked) futex_wake(word_, 1);
}

Parker& this_thread_parker() {
  if (own_parker == nullptr) {
    static thread_local const Lease lease;
    own_parker = &all_parkers().claim();
    (void)lease;
  }
  return *own_parker;
}

}  // namespace threadbook::runtime
