// A verdict: what orders of a program come to, and how it was asked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/executor/scheduler.h"
#include "python/vm/run_types.h"

namespace threadbook::explore {

// Who wants to know which orders a search has counted.
class TraceListener {
 public:
  virtual void counted(const std::vector<Step>& steps) = 0;
  // It begins anew: none of those count.
  virtual void forgotten() = 0;

 protected:
  ~TraceListener() = default;
};

struct ExploreOptions {
  python::RunOptions run;        // file name, arguments, memory; the executor is set by whoever explores
  bool gil = false;              // threads switch only where the reference interpreter's GIL can change hands
  bool keeps_durations = false;  // else any timeout may come first
  bool first = false;            // ends with the first finding
  std::uint64_t bound = 0;       // at most so many executions; 0: any number
  std::uint64_t random = 0;      // so many executions by chance instead of all orders
  std::size_t pct = 0;           // these by Pct (random_scheduler.h) of that depth; 0: each choice by itself
  std::uint64_t seed = 1;
  unsigned jobs = 1;   // so many search at the same time, each with a run of its own, on OS threads of their own
  double seconds = 0;  // at most; 0: as long as it takes
  std::size_t most_steps = 10'000;           // of one execution
  std::optional<std::uint64_t> preemptions;  // only orders with so few (bounded.h)
  bool in_full = true;                       // what accounts tell, too (account.h)
  TraceListener* listener = nullptr;         // told of each trace that is counted; outlives the search
};

// Why threads that can never go on cannot, as trace::explain() tells it of a live run.
struct Standstill {
  std::string heading;                 // "Deadlock: Ann and Bob wait for each other."
  std::vector<std::string> sentences;  // "Ann waits in line 9 for knife, which Bob holds since line 8."
  std::vector<std::string> chains;     // "Ann -> knife -> Bob -> fork -> Ann"
};

// Of an order: a thread goes on alone.
struct TurnNote {
  // How it came that it was this one's turn.
  enum class Switch : std::uint8_t {
    Forced,      // the one before it could not go on
    Incidental,  // it could have, to the same end
    Matters,     // it could have, and something else would have come of it
  };
  std::string thread;  // ThreadNames::name_of()
  std::uint32_t line;  // of the step before which it stops; 0: it has ended
  std::string code;    // what stands there
  Switch how = Switch::Forced;
};

// Where an order parts from another that ends otherwise: there a thread goes on before another.
struct Difference {
  struct Side {
    std::string thread;  // ThreadNames::name_of()
    std::uint32_t line;  // of the step that it is about to do; 0: its first one, or its end
    std::string code;    // what stands there
    bool is_first;
  };
  Side earlier, later;
  std::string schedule;  // the other order
  End end = End::Finished;
  std::string out;
};

// One execution.
struct Execution {
  End end = End::Finished;
  int status = 0;
  std::string out, err;
};

// What executions of a program come to.
struct Outcome {
  End end = End::Finished;
  int status = 0;
  std::string out, err;
  std::uint64_t traces = 0;
  std::string schedule;      // one that leads there, with few switches
  std::size_t switches = 0;  // of it
  std::uint64_t tie = 0;     // of two with as many, that with the lesser number
  // Of that order: where threads are left, why; its turns, the first kMostTurns; the nearest order that ends otherwise.
  std::optional<Standstill> standstill;
  std::vector<TurnNote> turns;
  static constexpr std::size_t kMostTurns = 100;
  std::optional<Difference> otherwise;

  bool is_of(const Execution& execution) const {
    return end == execution.end && status == execution.status && out == execution.out && err == execution.err;
  }
  // Something is wrong with the program: not just another output, nor that there was no time for more of it.
  bool is_finding() const { return end == End::Raised || end == End::Deadlock || end == End::Livelock; }
};

// A call in progress.
struct StackEntry {
  std::string function;  // "Account.add"; "<module>": the program itself
  std::uint32_t line;
};

// Two accesses that nothing orders (races.h).
struct RaceReport {
  struct Side {
    std::string thread;  // ThreadNames::name_of()
    std::uint32_t line;
    bool writes;
    std::string called = {};              // the thread, as the program calls it; empty: not known
    std::vector<StackEntry> stack = {};   // of the program's functions, the innermost first
    std::vector<std::string> locks = {};  // that it held: "fork"
  };
  std::string variable;  // as the program calls it where the second was: "balance['a']"; empty: it has no name
  Side first, second;
  bool is_question = false;  // the one that reads only asks: perhaps it is meant
  std::string schedule;      // of an execution in which it is met, with few switches
  std::size_t switches = 0;  // of that
  std::uint64_t tie = 0;     // as Outcome's
  std::string reversed;      // the same with the second access before the first; empty: none was found
};

struct Verdict {
  bool is_complete = false;  // all orders were tried, and each to its end
  std::uint64_t traces = 0;
  std::uint64_t blocked = 0;     // executions that were broken off, because they were known
  std::uint64_t begun_anew = 0;  // how often it was learnt that there is more to look at
  // In the order in which they were found; in the end findings come first, then what has fewer switches.
  std::vector<Outcome> outcomes;
  std::vector<RaceReport> races;
  double seconds = 0;
  std::uint64_t executions = 0;  // in all
  // Where not all were tried: all with so few preemptions were; so many were drawn by chance, and tell about how many
  // there are, as a logarithm to base e.
  std::optional<std::uint64_t> preemptions;
  std::uint64_t drawn = 0;
  std::optional<double> log_of_estimate;
  // What the program calls the threads that ThreadNames call so.
  std::vector<std::pair<std::string, std::string>> threads;

  bool has_finding() const;
  // Counts an execution as one more trace that leads to its outcome, which is a new one if it has no trace before.
  Outcome& count(Execution&& execution);
  // Findings first, then what has fewer switches.
  void sort();
};

// Of the verdict, for tools: one JSON object and a newline.
std::string as_json(const Verdict& verdict, const ExploreOptions& options);
// The same for people.
std::string as_text(const Verdict& verdict, const ExploreOptions& options);

// What orders of a test come to: a program that is explored for each of its tests.
struct TestVerdict {
  std::string test;  // "CounterTest.test_add"
  Verdict verdict;

  // In some order it fails, or there is another finding.
  bool has_finding() const;
};
std::string as_json(std::span<const TestVerdict> tests, const ExploreOptions& options);
std::string as_text(std::span<const TestVerdict> tests, const ExploreOptions& options);
// What the end of an execution is called: "finished", "raised", "deadlock", …
std::string_view name_of(End end);

}  // namespace threadbook::explore
