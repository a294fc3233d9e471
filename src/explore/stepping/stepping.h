// Stepping: the reader is the scheduler.
//
// A program is run on the deterministic executor and stands still before each step, until it is said who goes on. What
// was done is a table: a row a step, with what it touched and what that is worth after it. Going back is running again,
// from where the first thread is about to start; so any row can be gone to, and another thread be chosen there. The
// order that is left by that stays at hand.
//
// What steps are has to be known before the first is shown, as a step is what another thread could notice
// (contention.h): so the program is run a few times first, in different orders. What is learnt later makes for more
// rows: then the program is run again to the same place.
//
// It is told what to do by commands, and answers with views, which are pictures of where it stands. Standing still, the
// program does not wait in the middle of what it does: the execution is broken off, and where it is to go on another
// one goes to the same place first. So nothing has to stay on a stack, and commands can come from a host that has no
// threads (runtime::is_alone()): there the constructor and tell() do all of the work. Elsewhere the run has an OS
// thread of its own, as every run, and whoever steps never waits for the program.
//
// Costs: a row some 30 bytes, and its words and each value that is new; a step some microseconds, half a microsecond
// where it is done again. Where that takes long, the rows there are told before.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explore/executor/scheduler.h"
#include "python/vm/run_types.h"

namespace threadbook::python {
class Run;
}

namespace threadbook::explore {

// Where a program stands.
struct StepsView {
  enum class State : std::uint8_t { NotStarted, CanGoOn, MustWait, Ended };
  struct Thread {
    std::string letter;  // "M", "A"
    std::string name;    // the program's
    State state = State::NotStarted;
    std::uint32_t line = 0;  // of its next step, or where it waits; 0: none
    std::string next;        // CanGoOn, MustWait: "writes counter ← 1"
    std::string why;         // MustWait: "held by B"; empty: nothing more to be said
  };
  struct Row {
    std::size_t step = 0;             // counted from 1; 0: no step of its own, but what came with the one before
    std::size_t thread = 0;           // of `threads`
    std::uint32_t line = 0;           // 0: none
    std::string words;                // "reads counter: 0"
    std::string printed;              // what was written by then, since the row before
    std::vector<std::string> values;  // after it, as `things`; empty: it is not there yet
    std::vector<bool> is_new;         // likewise: the step has written it
  };
  // What the orders that were tried have come to.
  struct Result {
    End end = End::Finished;
    std::string out, err;
    bool is_here = false;  // the present order has come to this
    bool is_finding() const { return end == End::Raised || end == End::Deadlock || end == End::Livelock; }
  };

  bool is_ready = false;        // there is something to show: the rest means nothing before
  bool is_busy = false;         // it goes on by itself, or on its way there: what threads would do next is not known
  std::uint64_t obeyed = 0;     // commands it has heard
  std::size_t at = 0;           // steps done
  std::size_t count = 0;        // steps of the present order that are known
  std::optional<End> end;       // nothing follows
  std::size_t next = 0;         // else: the thread whose step StepCommand::Kind::On would take
  std::vector<Thread> threads;  // by ThreadNumber
  std::vector<std::string> things;  // names, in the order in which they were met
  std::vector<Row> rows;            // those from first_row on, no more than kMostRows
  std::size_t first_row = 0, all_rows = 0;
  std::size_t row = 0;                    // so many rows, of all, have been done
  std::vector<Result> results;            // in the order in which they were found
  std::vector<std::uint32_t> step_lines;  // lines of the program in which steps are, in order
  std::string output;                     // what was written by now; of much the end
  std::uint64_t output_before = 0;        // bytes of it that are left out
  std::string schedule;                   // schedule.h: to here
  bool has_other = false;                 // there is an order that was left

  static constexpr std::size_t kMostRows = 64;
  static constexpr std::size_t kMostThreads = 64, kMostThings = 12;
};

// What to do. Numbers of threads are places in StepsView::threads.
struct StepCommand {
  enum class Kind : std::uint8_t {
    Take,          // the next step of `thread`
    On,            // the step that was taken here before, or would be
    RunThread,     // it goes on alone until it must wait, ends, or comes to a line where to stop
    Finish,        // all, as they would by themselves, to the end or a line where to stop
    RunToLine,     // likewise, to where a thread is about to do a step in line `number`
    Go,            // to after step `number`; 0: to the beginning
    GoToOutput,    // to after the step that has written byte `number`
    GoToWrite,     // to after the step that gave thing `thread` the value that it has in row `number`
    OpenSchedule,  // as `text` says, to its end
    OpenResult,    // to the end of the order that led to result `number`
    OpenOther,     // the order that was left
    StopAt,        // where to stop: `lines`, in order and in place of those before
    Pause,         // stand still
  };
  Kind kind = Kind::Take;
  std::size_t thread = 0;
  std::uint64_t number = 0;
  std::string text{};
  std::vector<std::uint32_t> lines{};
};

// Thread safety: one thread calls, and where there are others nothing blocks, so that may be a browser's main thread.
class Stepping {
 public:
  // Is told each view, by the run's thread.
  using Listener = std::function<void(const StepsView&)>;

  // Throws runtime::RuntimeError or std::bad_alloc if the host has no thread or no memory to give.
  Stepping(std::string_view source, python::RunOptions options, Listener listener = {});
  // Ends the run.
  ~Stepping();
  Stepping(const Stepping&) = delete;
  Stepping& operator=(const Stepping&) = delete;

  void tell(StepCommand command);
  // Looks where it stands. True if view() is another.
  bool poll();
  // Never null; another one does not change it.
  const std::shared_ptr<const StepsView>& view() const { return view_; }

 private:
  class Session;
  const std::shared_ptr<Session> session_;  // with the run's executor
  std::unique_ptr<python::Run> run_;
  std::vector<StepCommand> untold_;  // the session had no ear for them
  std::shared_ptr<const StepsView> view_ = std::make_shared<StepsView>();
};

}  // namespace threadbook::explore
