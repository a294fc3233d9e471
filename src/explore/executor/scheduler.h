// The scheduler: who decides, of the threads that can go on, which does.
//
// The executor (deterministic_executor.h) owns what threads are and where they stand; a scheduler sees numbers alone,
// and outlives the executions that it is asked in. Each way to choose is a file of its own: in turn (round_robin.h),
// as a schedule says (../schedule.h), by chance (random_scheduler.h), one that looks for all orders (search.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "python/vm/watcher.h"

namespace threadbook::python {
struct Object;
struct Str;
struct ThreadState;
}  // namespace threadbook::python

namespace threadbook::explore {

// A thread, by the order in which its kin are first met (thread_names.h): the same number in every execution.
using ThreadNumber = std::uint32_t;

// Where in the program something is touched, and what that is called there: a variable's name, an attribute's with a
// point before it; empty if it has none, as an item.
struct Place {
  std::uint32_t line = 0;             // 0: in the library
  const python::Str* name = nullptr;  // lives as long as the run
  bool is_attribute = false;
};

// The run's output, as an object that steps touch.
inline constexpr std::uint64_t kOutput = 0;

// What of an object a step touches; the object as every execution knows it.
struct Touched {
  std::uint64_t object;
  std::uint64_t part;
  python::Manner manner;
  bool was_ready = true;  // of a primitive: could somebody who waits for it have had it before this step?
  bool is_primitive = false;
  bool is_atomic = false;    // by a builtin function, which does all it does at once
  bool is_question = false;  // what is read serves to decide where to go on, and nothing else
  Place place{};
  const python::Object* of = nullptr;  // the object itself, as long as a thread is about to touch it
};

// A thread that can go on, and where it stands: so many things of it others could perhaps have noticed. It is the same
// place in every execution in which it has met the same.
struct Candidate {
  ThreadNumber thread;
  std::uint32_t position;
};

// Something a thread does that another could notice, with all it does until the next such thing.
struct Step {
  ThreadNumber thread = 0;
  std::vector<Touched> touches;
  bool may_wait = false;       // it can be done only while its first object is ready
  bool is_fickle = false;      // what it touches goes by what it finds: in another place of an order it may be else
  bool awaits = false;         // it was done because what its thread looks at in a loop had been changed
  bool follows_all = false;    // it was done because nothing else could be: a clock that went on
  std::uint32_t line = 0;      // of the program
  std::uint32_t position = 0;  // where the thread stood before it
  bool ends = false;           // its thread had nothing else left to do
};

// How an execution ended.
enum class End : std::uint8_t {
  Finished,
  Raised,    // and an exception of some thread was not caught
  Deadlock,  // threads are left that can never go on
  Livelock,  // likewise, but some of them run, in loops in which nothing will ever change
  Limit,     // it was too long
  Stopped,   // the scheduler wanted no more of it
};

class Scheduler {
 public:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  // Which of these, in the order of their starts and at least one. kNobody: the execution is not to go on.
  virtual std::size_t next(std::span<const Candidate> ready) = 0;
  // The chosen one may go on to where it stands at this position, or can go no further, in one turn: nobody wants to
  // choose before, nor to be told of each step on the way. What it touches is told all the same.
  [[nodiscard]] virtual std::uint32_t goes_on_to() const { return 0; }
  // Where steps are safe points: so many of them, at least one, are the turn of whoever is chosen.
  [[nodiscard]] virtual std::uint32_t length_of_turn() const { return 1; }
  // The chosen one is about to do this, as part of its step.
  virtual void touching(python::ThreadState&, const Touched&) {}
  // The chosen one has done this. `woken`: threads that could not go on before and now can. Neither this nor what
  // follows is told where steps are safe points.
  virtual void done(Step&&, std::span<const ThreadNumber> /*woken*/) {}
  // It has ended; `pending`: what the threads that have not would do next.
  virtual void ended(End, std::span<const Step> /*pending*/) {}
  // And this is what the program has come to. True: once more, from where its first thread is about to start.
  virtual bool again(int /*status*/, std::string&& /*out*/, std::string&& /*err*/) { return false; }
  // Not true, but not for good either: Run::go_on() has it asked once more, with what the program came to before.
  virtual bool decides_later() const { return false; }
  // All before the start of the first thread has been done; `fingerprint` (Snapshot::fingerprint()) tells whether
  // another run of the program has come to the same.
  virtual void set_out(std::uint64_t /*fingerprint*/) {}
  // A thread was started by what the running one did, in its last step or before its first.
  virtual void started(ThreadNumber, ThreadNumber) {}

 protected:
  ~Scheduler() = default;
};

}  // namespace threadbook::explore
