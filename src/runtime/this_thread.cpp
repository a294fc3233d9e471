#include "runtime/this_thread.h"

#include <thread>

#include "runtime/errors.h"

namespace threadbook::runtime {
namespace {

class Never final : public Waitable {
 public:
  bool try_or_enqueue(Waiter&) override { return false; }
  bool withdraw(Waiter&) override { return true; }
  bool is_ready() const noexcept override { return false; }
};

}  // namespace

Waitable& never_happens() noexcept {
  static auto& never = *new Never;
  return never;
}

bool stop_requested() noexcept {
  const Signals* const signals = this_thread_signals();
  return signals != nullptr && (signals->load(std::memory_order_relaxed) & kStopSignal) != 0;
}

void check_stop() {
  if (stop_requested()) throw ThreadStopped();
}

void sleep_for(Timeout seconds) {
  const Deadline deadline = Deadline::after(sleep_span(nanoseconds_from_seconds(seconds.seconds())));
  if (sleep_until(deadline) == WaitResult::Cancelled) throw ThreadStopped();
}

WaitResult sleep_until(Deadline deadline, InterruptFilter* filter) {
  if (deadline.has_passed()) {
    if (stop_requested()) return WaitResult::Cancelled;
    std::this_thread::yield();
    return WaitResult::TimedOut;
  }
  return wait(never_happens(), deadline, filter);
}

}  // namespace threadbook::runtime
