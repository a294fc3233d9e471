#include "runtime/rlock.h"

#include "runtime/errors.h"
#include "runtime/thread.h"

namespace threadbook::runtime {

bool RLock::acquire(bool blocking, Timeout timeout) {
  const std::uint64_t ident = this_thread_ident();
  if (blocking && timeout.seconds() == kNoTimeout && try_acquire(ident)) return true;
  // Arguments are looked at first, also by the owner.
  if (owner() == ident) {
    (void)acquire_span(blocking, nanoseconds_from_seconds(timeout.seconds()));
    return try_acquire(ident);
  }
  if (!gate_.acquire(blocking, timeout)) return false;
  restore({ident, 1});
  return true;
}

void RLock::release() {
  if (!try_release(this_thread_ident())) throw RuntimeError(messages::kReleaseNotOwned);
}

bool RLock::is_owned() const { return owner() == this_thread_ident(); }

std::uint64_t RLock::recursion_count() const { return is_owned() ? count() : 0; }

RLock::Saved RLock::release_save() {
  const Saved saved{owner(), count()};
  if (saved.count == 0) throw RuntimeError(messages::kReleaseNotOwned);
  free_gate();
  return saved;
}

void RLock::free_gate() noexcept {
  restore({});
  (void)gate_.try_release();
}

}  // namespace threadbook::runtime
