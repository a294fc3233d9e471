// Barrier: threading.Barrier for C++, a place where a fixed number of threads wait for each other.
//
// wait() returns in all of them once the last has arrived. One, the last, runs the action first, if
// there is one. A party whose time is over, or an action that raises, breaks the barrier: everybody
// who waits, and everybody who comes later, gets BrokenBarrierError, until reset().
//
// CPython lets a full barrier drain before it fills again. Here each round's parties are told their
// fate the moment it is decided, so the next round may begin at once; no program can see the
// difference. While an action runs nobody is let in, as in CPython.
#pragma once

#include <cstdint>
#include <functional>

#include "runtime/errors.h"
#include "runtime/optional_timeout.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"
#include "runtime/wake_list.h"

namespace threadbook::runtime {

// threading.BrokenBarrierError. It has no text, as in CPython.
class BrokenBarrierError final : public RuntimeError {
 public:
  BrokenBarrierError() : RuntimeError("") {}
};

// Thread safety: every function from every thread. It must outlive its Parties.
//
// Invariants:
// 1. Parties that wait are in the list. While the barrier is Filling they are as many as count_;
//    while it is Acting there is one fewer, the one that acts, or less if some have been stopped.
// 2. count_ is 0 while the barrier is broken.
class Barrier {
 public:
  class Party;

  // `timeout` is what wait() uses when it is given none. Raises ValueError for parties < 1
  // ("parties must be >= 1").
  explicit Barrier(std::int64_t parties, std::function<void()> action = nullptr, OptionalTimeout timeout = {});
  Barrier(const Barrier&) = delete;
  Barrier& operator=(const Barrier&) = delete;

  // Python's barrier.wait(timeout=None): blocks until the others have come, at most `timeout`
  // seconds (a negative one counts as 0) after it was let in. Returns a different number from 0 to
  // parties - 1 in each of them: the order in which they came. Raises BrokenBarrierError; what the
  // action raised, in the thread that ran it; ThreadStopped, which breaks the barrier too.
  std::int64_t wait(OptionalTimeout timeout = {});

  // Python's barrier.reset(): empty and whole again; who waits gets BrokenBarrierError. While an
  // action runs all have arrived and there is nothing to reset. Never blocks.
  void reset() noexcept;
  // Python's barrier.abort(): breaks it. Never blocks.
  void abort() noexcept;

  // Python's barrier.parties.
  [[nodiscard]] std::int64_t parties() const noexcept { return parties_; }
  // Python's n_waiting and broken: how many wait, and is it broken? Right for a moment.
  [[nodiscard]] std::int64_t n_waiting() const noexcept;
  [[nodiscard]] bool broken() const noexcept;

  // For executors: ends the action of `party`, which was Acting, and lets everybody go (it Passed),
  // or breaks the barrier because the action failed (it is Broken). Neither blocks.
  void release(Party& party) noexcept { end_action(party, true); }
  void fail(Party& party) noexcept { end_action(party, false); }

 private:
  // Filling -> Acting by the last party; -> Broken by abort() and by a party that leaves.
  // Acting -> Filling by release(); -> Broken by fail() and abort().
  // Broken -> Filling by reset().
  enum class State : std::uint8_t { Filling, Acting, Broken };

  void end_action(Party& party, bool succeeded) noexcept;
  void end_round(bool passed, State next, WakeList& awake) noexcept REQUIRES(guard_);

  const std::int64_t parties_;
  const std::function<void()> action_;
  const OptionalTimeout timeout_;

  mutable SmallMutex guard_;
  State state_ GUARDED_BY(guard_) = State::Filling;
  std::int64_t count_ GUARDED_BY(guard_) = 0;   // arrived in this round
  Party* acting_ GUARDED_BY(guard_) = nullptr;  // set while Acting
  Party* first_ GUARDED_BY(guard_) = nullptr;   // the parties that wait
  WaitQueue entrance_ GUARDED_BY(guard_);       // threads that were not let in yet
  WaitQueue waiters_ GUARDED_BY(guard_);        // threads of the parties that wait
};

// One thread's way through the barrier, in steps, each of which is something to wait for:
//
//   Barrier::Party party(barrier);
//   wait for party, without a deadline     // to be let in
//   Acting:   run the action, then barrier.release(party) or barrier.fail(party)
//   Waiting:  wait for party, with the deadline; if that fails and it is still Waiting,
//             the last one acts already: wait for party without a deadline
//   now it has Passed, as number index(), or is Broken
//
// Made, used once and destroyed by one thread. Thread safety: that of Waitable; state() and index()
// belong to the thread.
class Barrier::Party final : public Waitable {
 public:
  // Entering -> Waiting, Acting or Broken by being let in.
  // Waiting  -> Passed or Broken by others, -> Broken by withdrawing.
  // Acting   -> Passed or Broken by release() and fail().
  enum class State : std::uint8_t { Entering, Waiting, Acting, Passed, Broken };

  explicit Party(Barrier& barrier) noexcept : barrier_(barrier) {}
  // Breaks the barrier if others count on it: they wait for more to come, or for its action.
  ~Party();
  Party(const Party&) = delete;
  Party& operator=(const Party&) = delete;

  // How far the thread is.
  [[nodiscard]] State state() const noexcept;
  // Its number, in the order in which they came. REQUIRES: it was let in.
  [[nodiscard]] std::int64_t index() const noexcept { return index_; }

  // Being let in is what an Entering party waits for, its fate what a Waiting one waits for.
  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  // A Waiting party that withdraws breaks the barrier, and is Broken itself. While the last one
  // acts it is too late for that: then it stays Waiting, and may be waited for again.
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override;

 private:
  friend class Barrier;

  Barrier& barrier_;
  State state_ GUARDED_BY(barrier_.guard_) = State::Entering;
  std::int64_t index_ = 0;
  Party* next_ GUARDED_BY(barrier_.guard_) = nullptr;
};

}  // namespace threadbook::runtime
