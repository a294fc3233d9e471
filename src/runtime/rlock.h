// RLock: threading.RLock for C++, a lock that the thread which holds it may acquire again.
//
// A Lock, the gate, beside who holds it and how often. Only the outermost acquire and the last
// release touch the gate; in between it is a comparison and a count. The thread that acquired it
// must release it, once for every acquire.
//
// Owners are idents (Thread::ident, threading.get_ident), and the functions for executors take them
// as an argument: a VM knows which of its threads it runs, whatever OS thread carries it.
//
// Meets C++'s Lockable, like std::recursive_mutex.
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/clock.h"
#include "runtime/lock.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread; the lock must outlive the calls.
//
// Invariant: owner_ and count_ are both 0, or both not; they change only in the hands of the thread
// that holds the gate. So a thread that finds its own ident in owner_ holds the lock, and nobody
// else can make that true or false.
class RLock {
 public:
  // What release_save() took away and restore() gives back.
  struct Saved {
    std::uint64_t owner = 0;
    std::uint64_t count = 0;
  };

  RLock() = default;
  RLock(const RLock&) = delete;
  RLock& operator=(const RLock&) = delete;

  // Python's rlock.acquire(blocking=True, timeout=-1). The owner gets it at once; everybody else
  // blocks and fails as in Lock::acquire, whose errors it raises.
  bool acquire(bool blocking = true, Timeout timeout = kNoTimeout);

  // Python's rlock.release(): the last one frees the lock. Never blocks. Raises RuntimeError unless
  // the calling thread owns it.
  void release();

  // Does the calling thread own it (RLock._is_owned), and how often (RLock._recursion_count)?
  [[nodiscard]] bool is_owned() const;
  [[nodiscard]] std::uint64_t recursion_count() const;
  // Does any thread own it? (RLock.locked, since Python 3.14.)
  [[nodiscard]] bool locked() const noexcept { return gate_.locked(); }

  // What std::lock_guard and its kin call. lock() blocks, and may raise ThreadStopped.
  void lock() { acquire(); }
  [[nodiscard]] bool try_lock() { return acquire(false); }
  void unlock() { release(); }

  // --- For executors, which say who calls; none of these blocks ---

  // Whose it is, 0 if nobody's, and how often; for repr: each is right for a moment.
  [[nodiscard]] std::uint64_t owner() const noexcept { return owner_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t count() const noexcept { return count_.load(std::memory_order_relaxed); }

  // acquire(blocking=False) as thread `ident`.
  [[nodiscard]] bool try_acquire(std::uint64_t ident) noexcept {
    if (owner() == ident) {
      count_.store(count() + 1, std::memory_order_relaxed);
      return true;
    }
    if (!gate_.try_acquire()) return false;
    restore({ident, 1});
    return true;
  }
  // release() as thread `ident`; false if it is not the owner.
  [[nodiscard]] bool try_release(std::uint64_t ident) noexcept {
    if (owner() != ident) return false;
    if (count() > 1) {
      count_.store(count() - 1, std::memory_order_relaxed);
    } else {
      free_gate();
    }
    return true;
  }

  // What to wait for when try_acquire() said no. Having acquired it, call restore({ident, 1}).
  [[nodiscard]] Lock& gate() noexcept { return gate_; }

  // Lets go however often it was acquired: what Condition.wait() does (RLock._release_save). Raises
  // RuntimeError if nobody owns it; like CPython's it does not ask who calls.
  [[nodiscard]] Saved release_save();
  // The end of RLock._acquire_restore(). REQUIRES: the caller acquired the gate.
  void restore(Saved saved) noexcept {
    owner_.store(saved.owner, std::memory_order_relaxed);
    count_.store(saved.count, std::memory_order_relaxed);
  }

 private:
  void free_gate() noexcept;

  Lock gate_;
  std::atomic<std::uint64_t> owner_{0};
  std::atomic<std::uint64_t> count_{0};
};

}  // namespace threadbook::runtime
