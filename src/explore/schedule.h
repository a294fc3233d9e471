// A schedule: the order in which the threads of a program went on, as a short text that can be handed on.
//
// It says which thread goes on to which place, and then which, as far as that is not what would happen anyway; a place
// is counted in things that others could perhaps notice (Candidate::position), so that it is the same whatever is known
// of the program, and whatever else the engine does. It names its program by a hash of the text.
//
//   2-5f0c2a97d1e3b486-a-1-fc2
//   | |                | | |
//   | |                | | the turns: each a number in digits of base 64, of its thread and of how many places it goes
//   on | |                | the other threads by their names, with points between; the main one is there in any case |
//   |                options: a, any timeout may come first; k, durations kept; g, switches only where the GIL allows
//   | hash of the program
//   version of this form
//
// A turn costs one digit if it is short, else two: a thousand switches make a kilobyte or a little more. The first
// version told each turn in words ("-0.7_1.4_0": thread 0 to its place 7, thread 1 to its place 4, in base 36, thread 0
// as far as it can); it can still be read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "explore/executor/scheduler.h"
#include "explore/executor/thread_names.h"

namespace threadbook::explore {

struct Turn {
  std::string thread;   // ThreadNames::name_of()
  std::uint32_t until;  // 0: as far as it can
};

struct Schedule {
  std::uint64_t program = 0;
  bool keeps_durations = false;
  bool gil = false;
  std::vector<Turn> turns;
};

// FNV-1a (Fowler, Noll, Vo) of the text.
std::uint64_t hash_of_program(std::string_view source);

std::string to_text(const Schedule& schedule);
// Of either version. Nothing for what is neither.
std::optional<Schedule> schedule_from(std::string_view text);

// The turns of an execution, in which `pending` was left to be done: where threads stood before each step. The main
// thread has the first one: to where it has started the others.
std::vector<Turn> turns_of(std::span<const Candidate> steps, std::span<const Candidate> pending,
                           const ThreadNames& names);
std::vector<Turn> turns_of(const std::vector<Step>& steps, const std::vector<Step>& pending, const ThreadNames& names);

// As it was before. Whoever is at its turn and cannot go on has had it; when there are no more turns, whoever is at it
// goes on.
class Replay final : public Scheduler {
 public:
  // `names`: those of the executor; outlives this.
  Replay(std::vector<Turn> turns, const ThreadNames& names) : turns_(std::move(turns)), names_(names) {}
  std::size_t next(std::span<const Candidate> ready) override;
  // Whose turn it is; kNobody when all have had theirs.
  std::size_t next_turn(std::span<const Candidate> ready);
  [[nodiscard]] std::uint32_t goes_on_to() const override {
    return at_ == turns_.size() || turns_[at_].until == 0 ? 0xFFFF'FFFF : turns_[at_].until;
  }

 private:
  const std::vector<Turn> turns_;
  const ThreadNames& names_;
  std::size_t at_ = 0;
  ThreadNumber last_ = 0;
};

}  // namespace threadbook::explore
