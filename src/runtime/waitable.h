// Waiting, written once: what every blocking primitive of the runtime has in common.
//
// A primitive is a state machine with a queue of waiters. It never blocks: asked, it either gives
// what it stands for (a lock taken, a thread that has ended) or puts the asker in its queue. Who
// waits, and how, is not its business. A C++ thread parks (wait() below); the Python VM returns to
// its executor; an executor that drives all threads on one OS thread, on a virtual clock, calls
// try_or_enqueue and withdraw itself. All of them see one truth about what a Lock does.
//
// How a wait goes:
//   1. try_or_enqueue(waiter): true, the waiter has it; or false, the waiter stands in the queue.
//   2. Whoever changes the state takes the first waiter out of the queue, marks it notified and
//      wakes it.
//   3. The waiter, awake, tries again from 1. It may find that another thread was quicker (CPython
//      allows that too); then it stands first in the queue, not last.
//   4. If its time is over, or it is to stop, it withdraws. A notification that it will not use
//      goes on to the next waiter, so none is lost.
// Primitives that hand something over (a Condition's notify) use the same three calls: being
// notified then is having it, and withdraw tells.
//
// Costs: a wait takes the primitive's guard twice and allocates nothing; the Waiter lies in the
// waiting thread's own memory.
#pragma once

#include <atomic>
#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

#include "runtime/clock.h"
#include "runtime/parker.h"

namespace threadbook::runtime {

// One thread's place in one queue at a time. Owned by the waiting thread, which keeps it alive
// until it holds what it waited for or has withdrawn.
class Waiter {
 public:
  // `wakeable` is woken when the waiter is notified.
  explicit Waiter(Wakeable& wakeable) noexcept : wakeable_(wakeable) {}
  ~Waiter() { assert(!is_queued()); }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  // Does it wait for nothing, or stand in a queue?
  [[nodiscard]] bool is_idle() const noexcept { return state() == State::Idle; }
  [[nodiscard]] bool is_queued() const noexcept { return state() == State::Queued; }
  // Worth another try_or_enqueue? Visible at the latest when the Wakeable has been woken.
  [[nodiscard]] bool is_notified() const noexcept { return state() == State::Notified; }

 private:
  friend class WaitQueue;

  // Idle     -> Queued by WaitQueue::push.
  // Queued   -> Notified by WaitQueue::pop (another thread's doing), -> Idle by WaitQueue::leave.
  // Notified -> Idle by WaitQueue::leave, -> Queued by WaitQueue::push after a try that failed.
  enum class State : std::uint8_t { Idle, Queued, Notified };

  [[nodiscard]] State state() const noexcept { return state_.load(std::memory_order_acquire); }

  Wakeable& wakeable_;
  std::atomic<State> state_{State::Idle};  // left Queued only under the primitive's guard
  Waiter* previous_ = nullptr;             // under the primitive's guard
  Waiter* next_ = nullptr;                 // under the primitive's guard
};

// Has the calling OS thread taken a waiter out of a queue, to have it woken, since it asked this last? For whoever
// tells others what came of an operation: one that woke somebody is worth more words.
[[nodiscard]] bool has_notified_somebody() noexcept;

// The queue: first in, first out, except that a waiter whose try failed after a notification goes
// back to the front. Thread safety: none; its primitive guards it.
class WaitQueue {
 public:
  WaitQueue() = default;
  ~WaitQueue() { assert(is_empty()); }
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  // Does nobody wait?
  [[nodiscard]] bool is_empty() const noexcept { return first_ == nullptr; }

  // Puts `waiter` in the queue; does nothing if it stands there already.
  void push(Waiter& waiter) noexcept;
  // Takes the first waiter out and marks it notified. Returns whom to wake, best after the guard
  // was released; null if nobody waits. The Waiter itself may be gone once this returns.
  [[nodiscard]] Wakeable* pop() noexcept;
  // Makes `waiter` idle, taking it out if it stands in the queue. Returns whether it was notified:
  // if it did not use that, the caller passes it on.
  bool leave(Waiter& waiter) noexcept;

 private:
  Waiter* first_ = nullptr;
  Waiter* last_ = nullptr;
};

// What can be waited for. Thread safety: both calls from any thread, at any time; neither blocks
// for longer than the guard of a queue is held.
class Waitable {
 public:
  // Takes what this stands for and returns true; or makes sure that `waiter` stands in the queue
  // and returns false. Called again after a notification, or out of turn (which changes nothing if
  // there is nothing to take).
  [[nodiscard]] virtual bool try_or_enqueue(Waiter& waiter) = 0;

  // Leaves the queue. Returns true if the waiter leaves empty-handed; a notification it had and
  // did not use has then been passed on. Returns false if what it waited for became its own before
  // it could leave: the wait succeeded after all.
  [[nodiscard]] virtual bool withdraw(Waiter& waiter) = 0;

  // Would a try of somebody who stands in no queue succeed now? Right for a moment: for who drives all
  // threads by itself, where nobody else comes between.
  [[nodiscard]] virtual bool is_ready() const noexcept = 0;

 protected:
  ~Waitable() = default;
};

// How a wait ended.
enum class WaitResult : std::uint8_t {
  Acquired,   // has what it waited for
  TimedOut,   // the deadline passed first
  Cancelled,  // the thread was told to stop, or interrupted, first
};

// A thread's signals: one word of flags that other threads raise and the thread looks at. The
// runtime knows two bits, which end waits: stop is for good; interrupt is for once, for a floor
// above that has something to tell the thread (Python's KeyboardInterrupt), and clears the bit. The
// rest belongs to what runs on the thread.
using Signals = std::atomic<std::uint32_t>;
inline constexpr std::uint32_t kStopSignal = 1;
inline constexpr std::uint32_t kInterruptSignal = 2;

// Says whether an interrupt is meant for the thread that waits. The bit may be raised in threads it
// is not meant for, or too late; one that is not meant must not cost a place in a queue, so this is
// asked before the wait gives anything up.
class InterruptFilter {
 public:
  // The bit was raised, and has been cleared.
  [[nodiscard]] virtual bool is_meant() noexcept = 0;

 protected:
  ~InterruptFilter() = default;
};

// One wait in steps, for whoever does not park: the loop described above, without the sleeping. Thread safety: none; it
// belongs to the thread that waits.
class WaitSteps {
 public:
  // As wait() below. `waiter` may wake anybody.
  WaitSteps(Waitable& waitable, Waiter& waiter, Signals* signals, InterruptFilter* filter = nullptr) noexcept
      : waitable_(waitable), waiter_(waiter), signals_(signals), filter_(filter) {}

  // Looks how things stand. Nothing: the waiter is in the queue, and it is worth looking again when it was woken, and
  // with `time_over` when its time is. Never blocks.
  [[nodiscard]] std::optional<WaitResult> look(bool time_over);
  // Was it not there at the first look?
  [[nodiscard]] bool had_to_wait() const noexcept { return had_to_wait_; }

 private:
  Waitable& waitable_;
  Waiter& waiter_;
  Signals* const signals_;
  InterruptFilter* const filter_;
  bool has_asked_ = false;
  bool had_to_wait_ = false;
};

// Waits for `waitable`, parking the calling thread: the loop described above. `waiter` may stand
// in the queue already. The stop or interrupt bit in `signals` (if given) cancels the wait, not a
// take that needs none; with a `filter`, only those interrupts that it says are meant. Blocks.
// REQUIRES: `waiter` wakes `parker`; `parker` is the calling thread's; whoever sets such a bit
// unparks it afterwards.
// `had_to_wait`, if given, is set to whether it was not there at once.
[[nodiscard]] WaitResult wait(Waitable& waitable, Waiter& waiter, Parker& parker, Deadline deadline, Signals* signals,
                              InterruptFilter* filter = nullptr, bool* had_to_wait = nullptr);

// Blocks likewise, for the calling thread, with its own Parker and the signals of its Thread
// object, if it has one (current_thread()).
[[nodiscard]] WaitResult wait(Waitable& waitable, Deadline deadline, InterruptFilter* filter = nullptr,
                              bool* had_to_wait = nullptr);
// Blocks likewise, deaf to stop: for what must be seen to its end.
[[nodiscard]] WaitResult wait_uncancellable(Waitable& waitable, Deadline deadline);
// Blocks likewise, for callers who speak in exceptions: returns whether it was acquired before the
// deadline; raises ThreadStopped if cancelled.
bool wait_or_throw(Waitable& waitable, Deadline deadline);

}  // namespace threadbook::runtime
