// Who steps through a program, as its run sees it: the scheduler that stands still until a command comes.
//
// What was done it has as choices, which it makes again to go to a step; what they have come to is in its table.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/executor/contention.h"
#include "explore/executor/deterministic_executor.h"
#include "explore/executor/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/stepping/step_table.h"
#include "explore/stepping/step_words.h"
#include "explore/stepping/stepping.h"
#include "runtime/clock.h"
#include "runtime/parker.h"
#include "runtime/small_mutex.h"

namespace threadbook::explore {

// The line of the program in which the step is, or would be.
std::uint32_t line_of(const Step& step);

// Thread safety: tell(), take_view() and close() may be called by another thread; the rest is the run's.
class Stepping::Session final : public Scheduler {
 public:
  Session(std::string_view source, Listener listener)
      : hash_(hash_of_program(source)), listener_(std::move(listener)) {}

  void attach(DeterministicExecutor& executor, python::Interpreter& interpreter) {
    executor_ = &executor;
    interpreter_ = &interpreter;
    table_.tell_by(words_.emplace(interpreter));
  }
  DeterministicOptions options() {
    DeterministicOptions options;
    options.granularity = Granularity::Shared;
    options.keeps_durations = false;
    options.ends_deadlocks = true;
    options.most_moments = kMostMoments;
    options.contention = &contention_;
    options.names = &names_;
    options.may_run_again = true;
    return options;
  }

  // ---- from outside ----

  // False: not now.
  bool tell(std::vector<StepCommand>& commands) {
    if (!mutex_.try_lock()) return false;
    for (StepCommand& each : commands) inbox_.push_back(std::move(each));
    has_mail_.store(true);
    runtime::Parker* const sleeper = sleeper_.load();
    mutex_.unlock();
    if (sleeper != nullptr) sleeper->unpark();
    return true;
  }
  std::shared_ptr<const StepsView> take_view() {
    if (!mutex_.try_lock()) return nullptr;
    std::shared_ptr<const StepsView> view = std::move(view_);
    mutex_.unlock();
    return view;
  }
  void close() {
    is_closing_.store(true);
    has_mail_.store(true);
    if (runtime::Parker* const sleeper = sleeper_.load()) sleeper->unpark();
  }

  // ---- the scheduler ----

  std::size_t next(std::span<const Candidate> ready) override;
  [[nodiscard]] std::uint32_t goes_on_to() const override { return goes_on_to_; }
  void touching(python::ThreadState& by, const Touched& touched) override;
  void done(Step&& step, std::span<const ThreadNumber> woken) override;
  void ended(End end, std::span<const Step> pending) override;
  bool again(int status, std::string&& out, std::string&& err) override;
  bool decides_later() const override { return is_later_; }
  void started(ThreadNumber parent, ThreadNumber child) override;

 private:
  struct Thread {
    std::string name;
    bool has_ended = false;  // in this execution
  };
  struct Found {
    End end;
    std::string out, err;
    std::vector<Turn> turns;
  };

  // ---- learning what steps are ----
  std::size_t next_of_try(std::span<const Candidate> ready);
  bool is_learnt();

  // ---- choosing ----
  static std::size_t place_of(ThreadNumber thread, std::span<const Candidate> ready);
  std::size_t decide(std::span<const Candidate> ready);
  std::size_t by_itself(std::span<const Candidate> ready);
  bool is_stop(const Candidate& next, std::uint32_t line_wanted);
  std::size_t internal_one(std::span<const Candidate> ready);
  std::size_t choose(std::span<const Candidate> ready, std::size_t chosen);
  void make_several();
  void leave_branch();
  void note_standing();

  // ---- commands ----
  void take_mail();
  void obey(StepCommand& command);
  void wait_for_mail();
  void go_to(std::size_t step);
  // The program begins anew and goes on as these say.
  void follow(std::vector<Turn> turns);
  void open(std::vector<Turn> turns);  // in place of the order that is here, which stays at hand
  void begin();
  void take_end(std::string&& out, std::string&& err);

  // ---- the table ----
  void begin_table();
  void meet_threads();
  void take_output();
  void keep_result();
  std::vector<Turn> turns_to(std::size_t step, std::span<const Candidate> pending) const {
    return turns_of(std::span(choices_).first(ends_.empty() ? 0 : ends_[step]), pending, names_);
  }

  // ---- telling ----
  void picture(StepsView& view);
  std::vector<StepsView::Thread> names_of_threads() const;
  std::vector<StepsView::Thread> picture_of_threads();
  void post(bool is_busy);

  const std::uint64_t hash_;
  const Listener listener_;
  DeterministicExecutor* executor_ = nullptr;
  python::Interpreter* interpreter_ = nullptr;
  Contention contention_;
  ThreadNames names_;
  std::optional<StepWords> words_;

  // Learning.
  bool is_trying_ = true;
  std::uint64_t tries_ = 0, tries_for_nothing_ = 0;
  std::size_t steps_of_try_ = 0;
  runtime::Nanoseconds began_ = 0;
  std::optional<RandomWalk> walk_;

  // The present order, and where in it the execution is.
  //
  // A choice that only lets the library go on is none of the reader's: it comes with the step before it.
  std::vector<Candidate> choices_;
  std::vector<std::size_t> ends_;  // so many choices make up the steps so far; before the first, and after each
  std::size_t at_ = 0;             // steps done
  std::size_t made_ = 0;           // choices made
  std::size_t target_ = 0;         // at least so many are to be made as they were before
  std::size_t made_by_then_ = 0;   // choices that will have been made when the step is over, which goes on to there
  std::uint32_t goes_on_to_ = 0;
  std::size_t alone_ = 0;  // steps in a row by the same thread
  ThreadNumber last_ = 0;
  std::optional<End> end_;  // of this execution
  bool has_threads_ = false;
  bool begins_anew_ = false;
  bool stands_ = false;              // it was broken off to stand still
  bool is_later_ = false;            // what comes next is not known, and nobody waits for it
  std::vector<Candidate> standing_;  // where threads stand, when it stands still
  std::vector<Candidate> pending_;   // where threads stood after its last step
  bool is_whole_ = false;            // it ends with that

  // What it does without being told each step.
  StepCommand::Kind goal_ = StepCommand::Kind::Pause;
  ThreadNumber goal_thread_ = 0;
  std::uint32_t goal_line_ = 0;
  std::size_t goal_steps_ = 0;  // done on the way
  std::optional<Replay> replay_;
  std::vector<std::uint32_t> stops_;  // in order

  StepTable table_;
  std::string out_, err_;  // of this execution
  std::vector<Thread> threads_;
  bool has_new_threads_ = false;
  // Of the step that goes on.
  bool is_recording_ = false;  // it has not been done before
  bool is_internal_ = false;
  std::size_t roots_ = 0;
  std::vector<std::uint32_t> step_lines_;  // in order

  std::vector<Found> results_;
  std::optional<std::size_t> here_;  // the present order's, if it is whole
  std::vector<Turn> other_;
  std::vector<StepsView::Thread> threads_here_;  // where it stands still, or has ended

  ThreadNumber next_ = 0;
  std::uint64_t obeyed_ = 0;
  runtime::Nanoseconds told_ = 0;

  // Between the run's thread and whoever steps.
  runtime::SmallMutex mutex_;
  std::vector<StepCommand> inbox_ GUARDED_BY(mutex_);
  std::shared_ptr<const StepsView> view_ GUARDED_BY(mutex_);
  std::atomic<runtime::Parker*> sleeper_{nullptr};
  std::atomic<bool> has_mail_{false}, is_closing_{false};
};

}  // namespace threadbook::explore
