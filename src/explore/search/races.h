// Races: two accesses of one variable by two threads that nothing orders, of which one at least changes it.
//
// What orders: the start and the end of threads, the primitives, and that a thread has read what another wrote. The
// last is what Python promises beyond other languages, since a variable is read and written whole: a program that waits
// for a flag and then reads what was written before the flag was set has no race there. What is left are writes that
// nothing orders, and reads that could as well have come after the write: what was read is out of date before it is
// used. A read that is nothing but a question, as in `if done:`, is told apart: many such are meant, as when a flag is
// polled or asked once more under a lock, and opinions differ.
//
// Methods of containers that do their work in one step race with nothing but accesses that are no such methods.
//
// Vector clocks, one a thread and one a primitive or variable, as of M. Herlihy's and others' detectors; one execution
// at a time.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "explore/executor/scheduler.h"

namespace threadbook::explore {

// Thread safety: none.
class Races {
 public:
  struct Side {
    ThreadNumber thread = 0;
    std::uint32_t line = 0;
    bool writes = false;
    std::size_t step = 0;  // of the execution
  };
  struct Race {
    Side first, second;        // in the order in which they came
    Place place;               // of the second
    bool is_question = false;  // the one that reads only asks
  };

  // An execution begins.
  void begin();
  // A step is about to be done. Who was started before it has all that its parent has done by now before itself.
  void begin_step() { begin_children(); }
  void started(ThreadNumber parent, ThreadNumber child);
  // A step was done; `woken` can go on because of it. Races that were not met before in this execution are added to
  // `found`.
  void done(const Step& step, std::size_t index, std::span<const ThreadNumber> woken, std::vector<Race>& found);

 private:
  using Clock = std::vector<std::uint32_t>;
  struct Access {
    ThreadNumber thread;
    std::uint32_t time, line;  // of the thread
    std::size_t step;
    bool is_atomic, is_question;
    bool adds;  // what others can add as well, in any order
  };
  struct Variable {
    Clock written;               // when the last write was
    std::vector<Access> writes;  // the last of each thread
    std::vector<Access> reads;   // since the last write: the last of each thread
  };

  Clock& clock_of(ThreadNumber thread);
  static void join(Clock& clock, const Clock& other);
  static bool is_ordered(const Clock& clock, const Access& before);
  static void keep(std::vector<Access>& accesses, const Access& access);
  void meet(const Access& first, bool first_writes, const Access& second, bool second_writes, const Place& place,
            std::vector<Race>& found);

  void begin_children();
  void touch(const Touched& touched, const Access& access, std::vector<Race>& found);

  std::vector<Clock> clocks_;
  std::vector<std::pair<ThreadNumber, ThreadNumber>> starting_;  // parent and child: since the last step, or in it
  std::unordered_map<std::uint64_t, Clock> primitives_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Variable> variables_;
  // Line and thread of both sides: is all that is known that it only asks?
  using Met = std::pair<std::uint32_t, ThreadNumber>;
  std::map<std::pair<Met, Met>, bool> known_;
};

}  // namespace threadbook::explore
