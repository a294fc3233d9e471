// SharedCarriers: a few workers that carry any number of threads.
//
// A thread has a worker of its own as long as there are workers. One that has to do without is a *passenger*: it takes
// turns. A carrier's worker takes the passenger that has been ready for longest, has it go on until it must wait, ends,
// or its turn is over, and then takes the next. Who must wait says so by returning: it stands in the queue of what it
// waits for like any other waiter, and the wake-up puts it behind those that are ready. So nothing that is not running
// holds an OS thread, and a passenger costs what it remembers and no stack.
//
// Nobody may keep a worker to himself. A timekeeper, a worker that sleeps nearly always, wakes those whose time is
// over, and, where others are ready and no carrier is free, tells a passenger whose turn has lasted an interval that it
// is over; the passenger sees that at its next safe point, to which a flag in the word that it looks at there leads it.
//
// Waking is a push on a stack without a lock, so that it never blocks and a browser's main thread may do it. All else
// is under one mutex, held for moments. Passengers and SharedCarriers stay in lists for ever, as Parkers do, and for
// the same reason: a wake-up may come too late.
//
// Costs: a turn some hundred nanoseconds, beside what the thread does in it; to be woken where no carrier is awake,
// what waking a thread costs. A passenger takes 100 bytes.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "runtime/clock.h"
#include "runtime/mutex.h"
#include "runtime/parker.h"
#include "runtime/slot_list.h"
#include "runtime/small_mutex.h"

namespace threadbook::runtime {

class SharedCarriers;

// A carrier, as the passenger sees it whose turn it is.
class Seat {
 public:
  // Which of the carriers it is, counted from 0.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }

  // The passenger runs from here on; it does no more. Between them it can be told that its turn is over.
  void begin() noexcept {
    is_over_.store(false, std::memory_order_relaxed);
    turns_.fetch_add(1, std::memory_order_relaxed);
    runs_.store(true, std::memory_order_relaxed);
  }
  void end() noexcept { runs_.store(false, std::memory_order_relaxed); }
  // In the middle of a turn: it waits for a moment, and goes on.
  void go_on() noexcept { runs_.store(true, std::memory_order_relaxed); }
  // Should it let others go on?
  [[nodiscard]] bool is_over() const noexcept { return is_over_.load(std::memory_order_relaxed); }

 private:
  friend class SharedCarriers;

  std::size_t number_ = 0;
  std::atomic<std::uint32_t> turns_{0};
  std::atomic<bool> runs_{false};
  std::atomic<bool> is_over_{false};
  std::atomic<Parker*> sleeper_{nullptr};  // its worker's, while it has nothing to do; who takes it wakes it
  std::uint32_t seen_turns_ = 0;           // the timekeeper's
  bool has_worker_ = false;                // under the mutex
};

// What a passenger does in its turns. Destroyed after the last one, by the carrier.
class Journey {
 public:
  // What is to come after a turn.
  enum class Next : std::uint8_t {
    Ready,  // another turn, when the others have had theirs
    Waits,  // one when the passenger has been woken, or its time is over
    Ended,  // none
  };
  // How a turn ended.
  struct Turn {
    Next next;                           // what comes then
    Deadline until = Deadline::never();  // of one that waits: how long at most
  };
  virtual ~Journey() = default;
  // Must not block for longer than moments: others wait for the same carrier.
  virtual Turn take_turn(Seat& seat) noexcept = 0;
};

// What stands for a thread on its carriers.
//
// Invariants: a Ready one is in the stack or the queue; one that runs is in neither; a wake-up while it runs is not
// lost.
class Passenger final : public Wakeable, public Slot {
 public:
  // "Take a turn." Never blocks.
  void wake() noexcept override;

  // Of a thread that is no OS thread: no other has it, nor ever had, and no system gives numbers so large.
  [[nodiscard]] std::uint64_t native_id() const noexcept { return native_id_; }

 private:
  friend class SharedCarriers;

  // Gone    -> Ready by board(); Ready -> Running by its carrier.
  // Running -> Noticed by wake(); -> Ready, Waiting or Gone by its carrier, its turn over.
  // Noticed -> Ready or Gone by its carrier.
  // Waiting -> Ready by wake(), or by who sees that its time is over.
  enum State : std::uint32_t { Gone, Ready, Running, Noticed, Waiting };

  std::atomic<State> state_{Gone};
  std::atomic<std::uint32_t> turn_{0};  // counts its turns; written under the carriers' mutex
  SharedCarriers* carriers_ = nullptr;  // constant while it is not Gone; so is native_id_
  std::uint64_t native_id_ = 0;
  std::unique_ptr<Journey> journey_;
  Passenger* behind_ = nullptr;  // in the stack, and then in the queue
};

// The carriers of one program. Thread safety: every function from every thread, unless it says otherwise.
class SharedCarriers final : public Slot {
 public:
  static constexpr std::size_t kMostCarriers = 8;

  // How passengers are led to where they ask Seat::is_over(): `bit` is set in `flags` when one should. Turns last for
  // `interval`, in nanoseconds, where others wait for theirs.
  struct Flag {
    std::atomic<std::uint32_t>* flags;
    std::uint32_t bit;
    const std::atomic<std::int64_t>* interval;
  };

  SharedCarriers() = default;

  // For one program, which gives it back when it has no passengers any more. It will have `most` carriers at most.
  // Makes no workers yet.
  static SharedCarriers& claim(std::size_t most, Flag flag);
  void give_back();

  // A place for one more, and carriers, if they are not there. nullptr: there are no workers to be had for that. Blocks
  // no longer than the system takes to make threads.
  Passenger* admit();
  // It begins. REQUIRES: admit() gave it.
  void board(Passenger& passenger, std::unique_ptr<Journey> journey);

  // Has one that runs been told that its turn is over? Where not, who meets the flag lowers it.
  [[nodiscard]] bool is_any_turn_over() const noexcept;

 private:
  friend class Passenger;

  struct Timeout {
    Deadline deadline;
    Passenger* passenger;
    std::uint32_t turn;  // the wait behind it has this deadline
    // The soonest is the first of a heap.
    bool operator<(const Timeout& other) const { return deadline > other.deadline; }
  };

  void carry(Seat& seat);
  Passenger* next(Seat& seat, Parker& parker);
  void leave(Passenger& passenger);
  void settle(Passenger& passenger, const Journey::Turn& turn);
  void add_timeout(Passenger& passenger, Deadline deadline) REQUIRES(mutex_);
  void add_ready(Passenger& passenger) noexcept;
  void gather() REQUIRES(mutex_);
  void enqueue(Passenger& passenger) REQUIRES(mutex_);
  bool wake_a_carrier() noexcept;
  void watch_turns() noexcept;
  void forget_one() REQUIRES(mutex_);

  void keep_time();
  Deadline end_timeouts() REQUIRES(mutex_);
  static bool is_old(const Timeout& timeout);
  void end_long_turns() REQUIRES(mutex_);
  bool start_carrier();
  bool start_timekeeper();

  std::atomic<Passenger*> woken_{nullptr};  // a stack
  std::array<Seat, kMostCarriers> seats_;
  // The timekeeper's, while it sleeps because no passenger has to wait for a carrier; who takes it wakes it.
  std::atomic<Parker*> idle_timekeeper_{nullptr};

  Mutex starting_;  // taken before mutex_: one thread at a time sees to it that there are workers
  SmallMutex mutex_;
  std::size_t most_ GUARDED_BY(mutex_) = 0;
  Flag flag_ GUARDED_BY(mutex_){};  // of a program that is there as long as it has passengers
  std::size_t passengers_ GUARDED_BY(mutex_) = 0;
  std::size_t carriers_ GUARDED_BY(mutex_) = 0;
  bool has_timekeeper_ GUARDED_BY(mutex_) = false;
  Parker* timekeeper_ GUARDED_BY(mutex_) = nullptr;  // its worker's, once it is there
  Passenger* first_ GUARDED_BY(mutex_) = nullptr;    // the queue of those that are ready
  Passenger* last_ GUARDED_BY(mutex_) = nullptr;
  std::vector<Timeout> timeouts_ GUARDED_BY(mutex_);                  // a heap; some are of waits that have ended
  Deadline timekeeper_until_ GUARDED_BY(mutex_) = Deadline::never();  // it sleeps no longer
};

}  // namespace threadbook::runtime
