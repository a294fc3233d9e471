// The deterministic executor: all threads of a run on one OS thread, in an order that a scheduler chooses, on a clock
// of its own. The run with the same seed and the same choices is the same run.
//
// Between two choices a thread goes on to the next point where another may go on in its place. What such a point is,
// Granularity says: every safe point, or only what another thread could notice. The first is for schedulers that want a
// mixture, the second for those that want to know that they have tried everything.
//
// Nobody stands in a queue here. A thread that waits can go on when what it waits for is ready
// (runtime::Waitable::is_ready()), and who of several gets it is the scheduler's choice. A clock that is kept stands
// still as long as somebody can go on, and then goes to the next deadline: hours of sleep are over at once. A clock
// that is not kept says nothing about who goes first: each thread has its own, which its sleeps move, and any timeout
// may come before anything else.
//
// A thread in a loop that only looks, as one that polls a flag, and finds itself where it was, with all as it was,
// waits for somebody to change what it looks at: to let it look again before that would lead nowhere.
//
// An execution ends when the program does, when no thread can go on, when it is too long, or when the scheduler says
// so: one enumeration (End) has all of it.
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "explore/executor/contention.h"
#include "explore/executor/scheduler.h"
#include "explore/executor/thread_names.h"
#include "python/vm/executor.h"
#include "python/vm/python_thread.h"
#include "python/vm/run_types.h"
#include "python/vm/snapshot.h"
#include "runtime/carrier.h"

namespace threadbook::explore {

enum class Granularity : std::uint8_t {
  SafePoints,  // after every call, at every end of a loop, at every wait
  Shared,      // before everything that another could notice
  SharedGil,   // likewise, but only where the reference interpreter's GIL has changed hands or could have since
};

struct DeterministicOptions {
  std::uint64_t seed = 1;
  Granularity granularity = Granularity::SafePoints;
  bool keeps_durations = true;
  bool ends_deadlocks = false;               // else it waits to be stopped, as a program does
  std::size_t most_moments = 0;              // safe points of an execution; 0: any number
  runtime::Nanoseconds end = 0;              // on the real clock: no execution goes on after that; 0: never
  const std::atomic<bool>* stops = nullptr;  // nor once this is true; outlives the run
  std::size_t most_steps = 0;                // of an execution; 0: any number
  Contention* contention = nullptr;          // what counts as shared; nullptr: everything. Outlives the run
  bool may_run_again = false;                // the scheduler may want the program once more (Scheduler::again)
  ThreadNames* names = nullptr;              // likewise; nullptr: threads are numbered as they are started
};

class DeterministicExecutor final : public python::Executor, private runtime::Carrier, private python::Watcher {
 public:
  DeterministicExecutor(python::Interpreter& interpreter, std::shared_ptr<Scheduler> scheduler,
                        const DeterministicOptions& options);
  ~DeterministicExecutor() override;

  runtime::Nanoseconds now() noexcept override;
  runtime::Nanoseconds wall_now() noexcept override;
  runtime::Nanoseconds process_time() noexcept override { return now(); }
  runtime::Nanoseconds thread_time() noexcept override { return now(); }

  python::Ending execute(python::ThreadState& thread) override;
  void drive(python::PythonThread& thread) override;
  void end_others() override;
  void entropy(std::span<std::uint8_t> bytes) override;
  const std::uint64_t* seed() const noexcept override { return &options_.seed; }
  python::Watcher* watcher() noexcept override { return watches_ ? this : nullptr; }
  void uncaught(python::ThreadState&) override { has_raised_ = true; }
  python::Again run_again(python::ThreadState& thread, int status) override;

  // Where a thread stands between two steps, for those who show it.
  struct Standing {
    ThreadNumber thread;
    python::ThreadState& state;
    Step next;  // what it would do
    bool can_go_on;
  };
  // Of all that have not ended. REQUIRES: the scheduler is being asked who goes on, or told of the execution's end.
  std::vector<Standing> standings();
  // What the program had written before its first thread was started.
  std::string_view output_before() const { return moment_ ? std::string_view(moment_->out) : std::string_view(); }

 private:
  // Where a thread stands between two of its steps.
  // Running -> Before by may_touch(), -> Waiting by a wait, -> AtEnd by its last frame's return.
  // Before, Waiting -> Running when it is chosen; Waiting also when what it waits for takes another wait.
  enum class Stand : std::uint8_t {
    Running,  // it goes on as soon as it is chosen
    Before,   // an instruction that touches what others can notice
    Waiting,  // for what its state says, or to be let carry out an operation
    AtEnd,    // it has nothing left to do
  };

  struct Member : Walk {
    Member(runtime::ThreadPtr thread, python::PythonThread* started, python::ThreadState& state, ThreadNumber number)
        : thread(std::move(thread)), started(started), state(state), number(number) {}
    const runtime::ThreadPtr thread;
    python::PythonThread* const started;  // nullptr: the main thread, whose end is not for the executor to see to
    python::ThreadState& state;
    const ThreadNumber number;
    std::uint32_t children = 0;
    Stand stand = Stand::Running;
    bool entered = false;
    python::Ending ending = python::Ending::Finished;  // of one AtEnd
    std::optional<WaitInterrupt> interrupt;            // while it waits
    std::optional<runtime::Waiter> waiter;             // its place in a queue outside: of input, of the output's reader
    runtime::Nanoseconds clock = 0;                    // where durations are not kept

    // Of one that is watched.
    std::vector<Touched> next;  // Before: what the instruction touches
    bool may_switch = true;     // the GIL could change hands where it came back to here since its last step
    std::uint32_t ahead = 0;    // ThreadState::safe_points_ahead at that step: what is less now was passed since
    bool could_switch() const { return may_switch || state.safe_points_ahead != ahead; }  // anywhere since then
    bool could_go_on = true;  // when this was last looked at
    std::uint32_t alone = 0;  // safe points in its turn, as long as it is not known what is contended
    bool steps_back = false;  // it has gone on for long without anything that counts: others come first
    // Since it last changed something, with which `changes` it was: how often it has looked, where it has stood then,
    // and what it has read.
    std::uint64_t changes_by_then = 0;
    std::size_t times_looked = 0;
    std::vector<std::uint64_t> rounds;
    std::vector<Touched> looked_at;
    bool is_spinning = false;  // it goes round, and will until somebody changes what it looks at, or interrupts it
    // Where it was in a loop in which it does not even look at what others change.
    std::uint64_t looks = 0, state_then = 0, changes_then = 0;
    bool awaited = false;  // somebody has
  };

  runtime::Launch launch(runtime::ThreadPtr thread, std::size_t stack_size) override;
  bool may_touch(python::ThreadState& thread, std::span<const python::Access> accesses, bool begins) override;
  void touched(python::ThreadState& thread, const python::Access& access) override;

  Member& add_member(runtime::ThreadPtr thread, python::PythonThread* started, python::ThreadState& state,
                     ThreadNumber number);
  // The first thread is about to be started: a moment to come back to.
  void remember(Member& main);
  void begin_again(Member& main);
  void take_output(std::string& out, std::string& err);

  // ---- choosing ----
  [[nodiscard]] bool can_go_on(Member& member);
  [[nodiscard]] bool is_over(const Member& member) const;  // its deadline
  Member* choose();
  void leave_to_others();
  bool has_been_alone(Member& member) const;
  // Nobody can go on. False: nor will anybody.
  bool let_time_pass();
  void wait_for_outside();
  bool is_too_long();
  [[nodiscard]] bool is_time_over() const;
  python::Ending give_up(End end);
  void tell_end(End end);

  // ---- going on ----
  void let_walk(Member& member);
  void take_turn(Member& member);
  void take_step(Member& member);
  [[nodiscard]] bool goes_on_unasked(Member& member);
  void go_on(Member& member);  // to where it stands next
  void stop_at(Member& member, python::Ending ending);
  void begin_wait(Member& member);
  void end_wait(Member& member);
  void finish_wait_of(Member& member, runtime::WaitResult result);
  void let_children_enter();
  void end(Member& member);
  void leave_queue(Member& member);
  void tell_step(bool follows_all);

  // ---- what is touched, in a file of its own ----
  Step pending_step(Member& member);
  void look_for_rounds(Member& member, std::span<const Touched> touches);
  [[nodiscard]] bool goes_round_blindly(Member& member);
  void wake_those_who_spin();
  bool is_fine() const { return options_.granularity != Granularity::SafePoints; }
  bool is_outside(const Member& member) const;
  [[nodiscard]] bool is_place_to_switch(const Member& member, bool begins) const;
  // It waits for the end of all that are no daemons, to end the program.
  static bool waits_for_all(const python::WaitRequest& wait);
  [[nodiscard]] bool is_any_left() const;  // of those
  [[nodiscard]] std::vector<python::Access> accesses_of_end(const Member& member) const;
  [[nodiscard]] bool asks_now(const python::WaitRequest& wait) const;  // it does not wait, it looks whether it could
  std::optional<python::Access> access_of_wait(const Member& member) const;
  bool waits_untimed(const python::WaitRequest& wait) const;
  Touched touched_of(const python::Access& access) const;
  void look_at(Member& member, std::span<const Touched> touches);
  void look_at_instruction(const python::Frame& frame);
  // Notes the access; is it worth a step?
  bool note(const python::Access& access);
  void record(const python::Access& access, bool was_ready);

  const std::shared_ptr<Scheduler> scheduler_;
  const DeterministicOptions options_;
  const bool watches_;
  std::uint64_t entropy_;
  runtime::Nanoseconds clock_;
  std::deque<std::unique_ptr<Member>> members_;  // in the order of their starts
  Member* current_ = nullptr;
  std::size_t steps_ = 0, moments_ = 0;
  std::optional<End> cut_;  // the thread whose turn it is was interrupted: the execution has come to this
  bool has_raised_ = false;
  bool has_ended_ = false;
  bool has_daemons_ = false;
  bool time_has_passed_ = false;  // since the last step
  Step step_;                     // of the thread whose turn it is
  std::uint32_t goes_on_to_ = 0;  // it need not stop before that position
  // What is known to be contended: nothing is to be learnt from that. Each has one place where it can be.
  struct Contended {
    const python::Object* object = nullptr;
    std::uint64_t part = 0;
    bool is_known = false;
  };
  std::array<Contended, 256> contended_{};
  std::size_t collections_ = 0;   // since then addresses may have been given to others
  bool is_any_spinning_ = false;  // so that it matters what is touched on the way there
  Touched manner_of_touching_;    // how the running instruction touches what it does, and where

  // Where to come back to, if the scheduler may want that.
  struct Moment {
    std::unique_ptr<python::Snapshot> snapshot;
    std::uint64_t entropy;
    runtime::Nanoseconds clock, clock_of_main;
    std::uint32_t position;
    std::string out, err;
  };
  std::optional<Moment> moment_;
  bool begins_again_ = false;

  std::vector<Candidate> ready_;     // for choose()
  std::vector<ThreadNumber> woken_;  // for tell_step()
  std::vector<Member*> ready_members_;
};

// The options of a run that `scheduler` drives, which outlives it.
python::RunOptions driven_by(Scheduler& scheduler, python::RunOptions run, const DeterministicOptions& options);

// Safe points of one execution of a search: a loop in which nothing happens passes so many in about a second.
inline constexpr std::size_t kMostMoments = 50'000'000;

}  // namespace threadbook::explore
