// What a step does, in words, and what the things are worth that it touches: for the table of steps.
//
// A thing is what threads share: a variable, an attribute of an object, a container as a whole, a lock. It is the same
// thing in every execution of a program, and has a number in the order in which such things are first met. Values are
// told as the inspector tells them (objects/brief.h).
//
// Costs: a name is looked for once a thing; a value takes a microsecond or a few.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "explore/executor/scheduler.h"
#include "python/vm/interpreter.h"

namespace threadbook::explore {

// M is the main thread, A the first that was met besides it.
std::string letter_of(ThreadNumber thread);

// Thread safety: none; one OS thread drives all.
class StepWords {
 public:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  explicit StepWords(python::Interpreter& interpreter) : interpreter_(interpreter) {}

  // Another execution begins: what was made in the one before is gone.
  void begin();
  // A thread is there, and has that object.
  void meet(ThreadNumber thread, const python::Object* handle) {
    if (thread >= threads_.size()) threads_.resize(thread + 1);
    threads_[thread] = handle;
  }

  // Does code of the library touch what is the library's own? Nobody steps through that.
  bool is_internal(python::ThreadState& by, const Touched& touched);
  // The thing that `by` touches; kNone if it is none that has a value, as the output or a thread, or is
  // internal.
  std::uint32_t thing_of(python::ThreadState& by, const Touched& touched);
  // "reads counter: 0", "counter ← 1", "takes fork". `is_at_it`: the thread does it now, and else would do it next.
  // Empty: there is nothing to be said of it.
  std::string words_of(python::ThreadState& by, const Touched& touched, bool is_at_it);
  // `thread` touches a thing: remembers who has a lock.
  void touched_by(ThreadNumber thread, std::uint32_t thing);

  [[nodiscard]] std::size_t count() const { return things_.size(); }
  [[nodiscard]] const std::string& name_of(std::uint32_t thing) const { return things_[thing].name; }
  // Was it there before the first thread was started?
  [[nodiscard]] bool lasts(std::uint32_t thing) const { return things_[thing].lasts; }
  // What it is worth now; empty if it is not there yet.
  std::string value_of(std::uint32_t thing);

 private:
  struct Thing {
    std::string name;
    python::Object* at = nullptr;  // nullptr: not met in this execution
    const python::Str* attribute = nullptr;
    bool lasts = false;
    ThreadNumber holder = 0;
  };
  std::string name_for(python::ThreadState& by, const Touched& touched);
  std::string words_of_primitive(python::ThreadState& by, const Touched& touched);

  python::Interpreter& interpreter_;
  std::vector<Thing> things_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<const python::Object*> threads_;  // by their numbers; nullptr: not there yet
};

}  // namespace threadbook::explore
