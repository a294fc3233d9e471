#include "explore/stepping/stepping.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "explore/executor/contention.h"
#include "explore/executor/deterministic_executor.h"
#include "explore/executor/random_scheduler.h"
#include "explore/schedule.h"
#include "explore/stepping/step_words.h"
#include "python/run.h"
#include "python/vm/output.h"
#include "runtime/alone.h"
#include "runtime/clock.h"
#include "runtime/parker.h"
#include "runtime/small_mutex.h"

namespace threadbook::explore {

namespace {

// Of what is learnt before the first row is shown.
constexpr std::uint64_t kMostTries = 40, kEnoughTries = 4;
constexpr std::size_t kMostStepsOfTry = 2000;
constexpr runtime::Nanoseconds kMostTime = 150'000'000;

constexpr std::size_t kMostAlone = 1000;     // steps that a thread does before others, by itself
constexpr std::size_t kMostOutput = 16'384;  // bytes of a view
constexpr std::size_t kFar = 20'000;         // steps that take a moment to be done again
constexpr std::size_t kMostTold = 100'000;   // steps that a schedule tells
constexpr std::size_t kMostResults = 100;
constexpr runtime::Nanoseconds kTellEvery = 50'000'000;

// The line of the program in which it is, or would be.
std::uint32_t line_of(const Step& step) {
  if (step.touches.empty() || step.touches.front().is_primitive || step.touches.front().object == kOutput) {
    return step.line;
  }
  const std::uint32_t line = step.touches.front().place.line;
  return line != 0 ? line : step.line;
}

}  // namespace

// The scheduler of the run, which sees all of it from within.
//
// tell(), take_view() and close() may be called by another thread; the rest is the run's.
class Stepping::Session final : public Scheduler {
 public:
  Session(std::string_view source, Listener listener)
      : hash_(hash_of_program(source)), listener_(std::move(listener)) {}

  void attach(DeterministicExecutor& executor, python::Interpreter& interpreter) {
    executor_ = &executor;
    interpreter_ = &interpreter;
    words_.emplace(interpreter);
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
  void touching(python::ThreadState& by, const Touched& touched) override;
  void done(Step&& step, std::span<const ThreadNumber> woken) override;
  void ended(End end, std::span<const Step> pending) override;
  bool again(int status, std::string&& out, std::string&& err) override;
  bool decides_later() const override { return is_later_; }
  void started(ThreadNumber parent, ThreadNumber child) override;

 private:
  struct Row {
    std::uint32_t step;
    ThreadNumber thread;
    std::uint32_t line;
    std::uint32_t output;  // bytes that were written by then
    std::string words, printed;
  };
  struct Change {
    std::uint32_t row;  // after so many rows; 0: from the beginning
    std::string value;
  };
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

  // ---- rows ----
  void begin_rows();
  void meet_threads();
  void take_output();
  void add_row(std::uint32_t step, ThreadNumber thread, std::uint32_t line, std::string words);
  void add_company();
  // What it is worth after so many rows; the last one may have written it, perhaps what it was before.
  void note_value(std::uint32_t thing, std::size_t row, bool is_written = false);
  void cut_rows(std::size_t steps);
  void keep_result();
  std::size_t step_of_row(std::size_t row) const;
  std::vector<Turn> turns_to(std::size_t step, std::span<const Candidate> pending) const {
    return turns_of(std::span(choices_).first(ends_.empty() ? 0 : ends_[step]), pending, names_);
  }

  // ---- telling ----
  void picture(StepsView& view);
  std::vector<StepsView::Thread> names_of_threads() const;
  std::vector<StepsView::Thread> picture_of_threads();
  void add_rows(StepsView& view);
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
  std::size_t alone_ = 0;          // steps in a row by the same thread
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

  // Rows of the present order.
  std::vector<Row> rows_;
  std::vector<std::uint32_t> rows_after_;       // after each step, and before the first
  std::vector<std::vector<Change>> histories_;  // by thing
  std::size_t output_at_first_ = 0;             // bytes, before the first step
  std::string output_;
  std::string unprinted_;  // written, and not in a row yet
  std::string out_, err_;  // of this execution
  std::vector<Thread> threads_;
  bool has_new_threads_ = false;
  std::vector<std::pair<ThreadNumber, ThreadNumber>> started_;  // since the last row
  // Of the step that goes on.
  bool is_recording_ = false;  // it has not been done before
  bool is_internal_ = false;
  std::string step_words_;
  std::vector<std::pair<std::uint32_t, bool>> step_things_;  // and whether it changes them
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

// ---- learning what steps are ---------------------------------------------------------------------------

bool Stepping::Session::is_learnt() {
  ++tries_;
  tries_for_nothing_ = contention_.has_learnt() ? 0 : tries_for_nothing_ + 1;
  return tries_for_nothing_ >= kEnoughTries || tries_ >= kMostTries || !has_threads_ ||
         runtime::monotonic_now() - began_ > kMostTime;
}

// The first as they would by themselves, the others by chance.
std::size_t Stepping::Session::next_of_try(std::span<const Candidate> ready) {
  if (is_closing_.load() || ++steps_of_try_ > kMostStepsOfTry) return kNobody;
  return tries_ == 0 ? by_itself(ready) : walk_->next(ready);
}

// ---- choosing ------------------------------------------------------------------------------------------

std::size_t Stepping::Session::place_of(ThreadNumber thread, std::span<const Candidate> ready) {
  for (std::size_t i = 0; i < ready.size(); ++i) {
    if (ready[i].thread == thread) return i;
  }
  return kNobody;
}

// Whoever is at it goes on, unless that goes on for long.
std::size_t Stepping::Session::by_itself(std::span<const Candidate> ready) {
  const std::size_t last = place_of(last_, ready);
  if (last != kNobody && alone_ < kMostAlone) return last;
  return last == kNobody ? 0 : (last + 1) % ready.size();
}

// Is that a place to stop at?
bool Stepping::Session::is_stop(const Candidate& next, std::uint32_t line_wanted) {
  if (goal_steps_ == 0 || (stops_.empty() && line_wanted == 0)) return false;
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    if (each.thread != next.thread) continue;
    const std::uint32_t line = line_of(each.next);
    return line != 0 && (line == line_wanted || std::binary_search(stops_.begin(), stops_.end(), line));
  }
  return false;
}

std::size_t Stepping::Session::next(std::span<const Candidate> ready) {
  if (std::exchange(has_new_threads_, false)) meet_threads();
  if (is_trying_) return next_of_try(ready);
  begin_rows();
  started_.clear();
  if (has_mail_.load()) take_mail();
  if (is_closing_.load()) return kNobody;
  if (!begins_anew_) {
    std::size_t chosen = internal_one(ready);
    is_internal_ = chosen != kNobody;
    if (!is_internal_) chosen = decide(ready);
    if (chosen != kNobody) return choose(ready, chosen);
  }
  note_standing();
  if (made_ == choices_.size()) pending_ = standing_;
  if (begins_anew_) return kNobody;
  goal_ = StepCommand::Kind::Pause;
  if (contention_.has_learnt()) {
    follow(turns_to(at_, standing_));
    return kNobody;
  }
  next_ = made_ < choices_.size() ? choices_[made_].thread : ready[by_itself(ready)].thread;
  threads_here_ = picture_of_threads();
  stands_ = true;
  return kNobody;
}

// One that has nothing to do for the reader. Else kNobody.
std::size_t Stepping::Session::internal_one(std::span<const Candidate> ready) {
  if (made_ < ends_[at_]) return place_of(choices_[made_].thread, ready);
  if (made_ < choices_.size()) return kNobody;
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    const std::vector<Touched>& touches = each.next.touches;
    const auto is_internal = [&](const Touched& touched) { return words_->is_internal(each.state, touched); };
    if (touches.empty() || !std::all_of(touches.begin(), touches.end(), is_internal)) continue;
    if (const std::size_t found = place_of(each.thread, ready); found != kNobody) return found;
  }
  return kNobody;
}

// kNobody: to stand still.
std::size_t Stepping::Session::decide(std::span<const Candidate> ready) {
  if (made_ < target_) {
    const std::size_t found = place_of(choices_[made_].thread, ready);
    if (found != kNobody) return found;
    target_ = made_;  // the program is not the same again, as nobody promises that it is
    leave_branch();
  }
  switch (goal_) {
    case StepCommand::Kind::OpenSchedule: return replay_->next_turn(ready);
    case StepCommand::Kind::On:
      goal_ = StepCommand::Kind::Pause;
      return made_ < choices_.size() ? place_of(choices_[made_].thread, ready) : by_itself(ready);
    case StepCommand::Kind::Take:
    case StepCommand::Kind::RunThread: {
      const std::size_t found = place_of(goal_thread_, ready);
      if (goal_ == StepCommand::Kind::Take) goal_ = StepCommand::Kind::Pause;
      return found != kNobody && is_stop(ready[found], 0) ? kNobody : found;
    }
    case StepCommand::Kind::Finish:
    case StepCommand::Kind::RunToLine: {
      const std::size_t found = by_itself(ready);
      return is_stop(ready[found], goal_line_) ? kNobody : found;
    }
    default: return kNobody;
  }
}

std::size_t Stepping::Session::choose(std::span<const Candidate> ready, std::size_t chosen) {
  const Candidate& choice = ready[chosen];
  if (made_ < choices_.size() && choices_[made_].thread != choice.thread) leave_branch();
  is_recording_ = made_ == choices_.size();
  if (is_recording_) {
    choices_.push_back(choice);
    step_words_.clear();
    step_things_.clear();
  }
  alone_ = choice.thread == last_ ? alone_ + 1 : 0;
  last_ = choice.thread;
  if (made_ < target_) return chosen;
  ++goal_steps_;
  if (runtime::monotonic_now() - told_ > kTellEvery) {
    note_standing();
    post(true);
  }
  return chosen;
}

void Stepping::Session::note_standing() {
  standing_.clear();
  for (const auto& each : executor_->standings()) standing_.push_back({each.thread, each.next.position});
}

// Another thread goes on here than went on before.
void Stepping::Session::leave_branch() {
  other_ = turns_to(ends_.size() - 1, pending_);
  cut_rows(at_);
  choices_.resize(made_);
  ends_.resize(at_ + 1);
  is_whole_ = false;
  here_.reset();
}

// ---- what is done --------------------------------------------------------------------------------------

void Stepping::Session::started(ThreadNumber parent, ThreadNumber child) {
  has_threads_ = has_new_threads_ = true;
  started_.emplace_back(parent, child);
}

void Stepping::Session::meet_threads() {
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    if (each.thread >= threads_.size()) threads_.resize(each.thread + 1);
    threads_[each.thread].name = each.state.thread->name();
    words_->meet(each.thread, each.state.thread_object.as_object());
  }
}

void Stepping::Session::touching(python::ThreadState& by, const Touched& touched) {
  if (touched.of != nullptr) {
    if (roots_ == 0) roots_ = interpreter_->roots.size();
    // Until its value has been told it must not be collected.
    interpreter_->roots.push_back(python::Value::object(const_cast<python::Object*>(touched.of)));
    const std::uint32_t thing = words_->thing_of(by, touched);
    if (thing != StepWords::kNone) {
      words_->touched_by(last_, thing);
      if (!is_recording_) return;
      if (thing >= histories_.size()) histories_.resize(thing + 1);
      if (histories_[thing].empty()) note_value(thing, words_->lasts(thing) ? 0 : rows_.size());
      step_things_.emplace_back(thing, touched.manner != python::Manner::Reads);
    }
  }
  if (!is_recording_) return;
  const std::string words = words_->words_of(by, touched, true);
  if (words.empty() || step_words_.find(words) != std::string::npos) return;
  step_words_ += (step_words_.empty() ? "" : ", ") + words;
}

void Stepping::Session::done(Step&& step, std::span<const ThreadNumber>) {
  if (step.ends) threads_[step.thread].has_ended = true;
  if (const std::uint32_t line = line_of(step); line != 0) {
    const auto at = std::lower_bound(step_lines_.begin(), step_lines_.end(), line);
    if (at == step_lines_.end() || *at != line) step_lines_.insert(at, line);
  }
  if (roots_ != 0) interpreter_->roots.resize(roots_);
  take_output();
  if (is_trying_) return;
  ++made_;
  if (!is_internal_) ++at_;
  if (std::exchange(is_recording_, false)) {
    if (is_internal_) {
      ends_.back() = made_;
    } else {
      ends_.push_back(made_);
      rows_after_.push_back(0);
      if (step.ends && step_words_.empty()) step_words_ = "ends";
      add_row(static_cast<std::uint32_t>(at_), step.thread, line_of(step), step_words_);
      for (const auto& [thing, is_written] : step_things_) note_value(thing, rows_.size(), is_written);
    }
    add_company();
    if (!unprinted_.empty()) add_row(0, step.thread, 0, "");
    rows_after_.back() = static_cast<std::uint32_t>(rows_.size());
  }
  started_.clear();
}

void Stepping::Session::ended(End end, std::span<const Step> pending) {
  if (is_trying_ || is_closing_.load()) return;
  if (begins_anew_ || stands_) return;
  begin_rows();
  end_ = end;
  threads_here_ = picture_of_threads();
  standing_.clear();
  for (const Step& each : pending) standing_.push_back({each.thread, each.position});
  if (made_ == choices_.size()) pending_ = standing_;
}

bool Stepping::Session::again(int, std::string&& out, std::string&& err) {
  if (!std::exchange(is_later_, false)) take_end(std::move(out), std::move(err));
  for (;;) {
    if (has_mail_.load()) take_mail();
    if (is_closing_.load()) return false;
    const bool goes_on = stands_ && (goal_ != StepCommand::Kind::Pause || target_ > made_);
    if (is_trying_ || (has_threads_ && (begins_anew_ || goes_on))) break;
    goal_ = StepCommand::Kind::Pause;
    post(false);
    is_later_ = runtime::is_alone();
    if (is_later_) return false;
    wait_for_mail();
  }
  begin();
  return true;
}

// An execution has come to this, or to where it stands still.
void Stepping::Session::take_end(std::string&& out, std::string&& err) {
  if (roots_ != 0) interpreter_->roots.resize(roots_);
  if (is_closing_.load()) return;
  if (is_trying_) {
    is_trying_ = has_threads_ && !is_learnt();
    if (has_threads_) {
      begins_anew_ = true;
    } else {
      output_ = std::move(out) + err;
      end_ = err.empty() ? End::Finished : End::Raised;
    }
    return;
  }
  if (!begins_anew_ && !stands_) {
    // What was written since the last step.
    out.erase(0, executor_->output_before().size());
    out_ += out;
    err_ += err;
    if (!is_whole_ && made_ == choices_.size()) {
      unprinted_ += out + err;
      if (!unprinted_.empty()) add_row(0, 0, 0, "");
      rows_after_.back() = static_cast<std::uint32_t>(rows_.size());
      is_whole_ = true;
      keep_result();
    }
    if (contention_.has_learnt()) follow(turns_to(ends_.size() - 1, pending_));
  }
}

// Another execution; if nothing else is wanted, to where the last one stood still.
void Stepping::Session::begin() {
  if (!begins_anew_) target_ = std::max(target_, made_);
  stands_ = false;
  contention_.begin();
  words_->begin();
  walk_.emplace(tries_);
  steps_of_try_ = at_ = made_ = alone_ = 0;
  last_ = 0;
  end_.reset();
  begins_anew_ = is_recording_ = false;
  started_.clear();
  unprinted_.clear();
  for (Thread& each : threads_) each.has_ended = false;
  out_ = executor_->output_before();
  err_.clear();
}

// ---- commands ------------------------------------------------------------------------------------------

void Stepping::Session::take_mail() {
  std::vector<StepCommand> mail;
  {
    runtime::Guard guard(mutex_);
    mail.swap(inbox_);
    has_mail_.store(false);
  }
  for (StepCommand& each : mail) obey(each);
}

void Stepping::Session::wait_for_mail() {
  runtime::Parker& parker = runtime::this_thread_parker();
  sleeper_.store(&parker);
  while (!has_mail_.load() && !is_closing_.load()) parker.park(runtime::Deadline::never());
  sleeper_.store(nullptr);
}

void Stepping::Session::obey(StepCommand& command) {
  using Kind = StepCommand::Kind;
  ++obeyed_;
  switch (command.kind) {
    case Kind::Take:
    case Kind::On:
    case Kind::RunThread:
    case Kind::Finish:
    case Kind::RunToLine:
      goal_ = command.kind;
      goal_thread_ = static_cast<ThreadNumber>(command.thread);
      goal_line_ = static_cast<std::uint32_t>(command.number);
      goal_steps_ = 0;
      return;
    case Kind::Go: return go_to(command.number);
    case Kind::GoToOutput: {
      std::size_t row = 0;
      while (row < rows_.size() && rows_[row].output <= command.number) ++row;
      return go_to(step_of_row(row));
    }
    case Kind::GoToWrite: {
      if (command.thread >= histories_.size()) return;
      std::size_t row = 0;
      for (const Change& each : histories_[command.thread]) {
        if (each.row <= command.number + 1) row = each.row;
      }
      return go_to(row == 0 ? 0 : step_of_row(row - 1));
    }
    case Kind::OpenSchedule:
      if (const auto schedule = schedule_from(command.text); schedule && schedule->program == hash_)
        open(schedule->turns);
      return;
    case Kind::OpenResult:
      if (command.number < results_.size()) open(results_[command.number].turns);
      return;
    case Kind::OpenOther:
      if (!other_.empty()) open(other_);
      return;
    case Kind::StopAt: stops_ = std::move(command.lines); return;
    case Kind::Pause: goal_ = Kind::Pause; return;
  }
}

void Stepping::Session::go_to(std::size_t step) {
  goal_ = StepCommand::Kind::Pause;
  if (ends_.empty()) return;
  step = std::min(step, ends_.size() - 1);
  target_ = ends_[step];
  begins_anew_ |= target_ < made_;
  if (step > kFar) {
    // What was there is known; what can be done there is found while the reader looks at it.
    const std::size_t here = std::exchange(at_, step);
    post(true);
    at_ = here;
  }
}

void Stepping::Session::open(std::vector<Turn> turns) {
  if (!choices_.empty()) other_ = turns_to(ends_.size() - 1, pending_);
  follow(std::move(turns));
}

void Stepping::Session::follow(std::vector<Turn> turns) {
  replay_.emplace(std::move(turns), names_);
  goal_ = StepCommand::Kind::OpenSchedule;
  choices_.clear();
  ends_.clear();
  target_ = 0;
  rows_.clear();
  rows_after_.clear();
  histories_.clear();
  output_.clear();
  is_whole_ = false;
  here_.reset();
  begins_anew_ = true;
}

// ---- rows ----------------------------------------------------------------------------------------------

// What was before the first step.
void Stepping::Session::begin_rows() {
  if (!rows_after_.empty()) return;
  for (std::uint32_t thing = 0; thing < words_->count(); ++thing) {
    if (words_->lasts(thing)) note_value(thing, 0);
  }
  unprinted_ = executor_->output_before();
  take_output();
  add_company();
  if (!unprinted_.empty()) add_row(0, 0, 0, "");
  output_at_first_ = output_.size();
  rows_after_ = {static_cast<std::uint32_t>(rows_.size())};
  ends_ = {0};
}

void Stepping::Session::take_output() {
  if (interpreter_->output->is_empty()) return;
  std::vector<python::OutputChunk> chunks;
  while (interpreter_->output->take(chunks)) {
  }
  for (const python::OutputChunk& chunk : chunks) {
    (chunk.stream == python::Stream::Out ? out_ : err_) += chunk.text;
    if (is_recording_ || rows_after_.empty()) unprinted_ += chunk.text;
  }
}

void Stepping::Session::add_row(std::uint32_t step, ThreadNumber thread, std::uint32_t line, std::string words) {
  output_ += unprinted_;
  rows_.push_back({step, thread, line, static_cast<std::uint32_t>(output_.size()), std::move(words),
                   std::exchange(unprinted_, std::string())});
}

// What came with a step: threads were started.
void Stepping::Session::add_company() {
  std::string words;
  for (std::size_t i = 0; i < started_.size(); ++i) {
    const auto [parent, child] = started_[i];
    words += (words.empty() ? "starts " : ", ") + letter_of(child);
    if (i + 1 < started_.size() && started_[i + 1].first == parent) continue;
    add_row(0, parent, 0, std::exchange(words, std::string()));
  }
  started_.clear();
}

void Stepping::Session::note_value(std::uint32_t thing, std::size_t row, bool is_written) {
  if (thing >= histories_.size()) histories_.resize(thing + 1);
  std::string value = words_->value_of(thing);
  std::vector<Change>& history = histories_[thing];
  if (!is_written && !history.empty() && history.back().value == value) return;
  if (!history.empty() && history.back().row == row) {
    history.back().value = std::move(value);
  } else {
    history.push_back({static_cast<std::uint32_t>(row), std::move(value)});
  }
}

void Stepping::Session::cut_rows(std::size_t steps) {
  rows_after_.resize(steps + 1);
  rows_.resize(rows_after_.back());
  output_.resize(rows_.empty() ? output_at_first_ : rows_.back().output);
  for (std::vector<Change>& history : histories_) {
    while (!history.empty() && history.back().row > rows_.size()) history.pop_back();
  }
}

// The step that has brought that row about, or before which it was there.
std::size_t Stepping::Session::step_of_row(std::size_t row) const {
  if (rows_after_.empty()) return 0;
  const auto found = std::upper_bound(rows_after_.begin(), rows_after_.end(), row);
  return static_cast<std::size_t>(std::min(found, std::prev(rows_after_.end())) - rows_after_.begin());
}

void Stepping::Session::keep_result() {
  const auto same = std::find_if(results_.begin(), results_.end(), [&](const Found& each) {
    return each.end == *end_ && each.out == out_ && each.err == err_;
  });
  here_ = static_cast<std::size_t>(same - results_.begin());
  if (same != results_.end()) return;
  if (results_.size() == kMostResults) return here_.reset();
  results_.push_back({*end_, out_, err_, turns_to(ends_.size() - 1, pending_)});
}

// ---- telling -------------------------------------------------------------------------------------------

std::vector<StepsView::Thread> Stepping::Session::names_of_threads() const {
  std::vector<StepsView::Thread> all(std::min(threads_.size(), StepsView::kMostThreads));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].letter = letter_of(static_cast<ThreadNumber>(i));
    all[i].name = threads_[i].name;
  }
  return all;
}

std::vector<StepsView::Thread> Stepping::Session::picture_of_threads() {
  std::vector<StepsView::Thread> all = names_of_threads();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || threads_[i].has_ended) all[i].state = StepsView::State::Ended;
  }
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    if (each.thread >= all.size()) continue;
    StepsView::Thread& thread = all[each.thread];
    thread.state = each.can_go_on ? StepsView::State::CanGoOn : StepsView::State::MustWait;
    thread.line = line_of(each.next);
    for (const Touched& touched : each.next.touches) {
      const std::string words = words_->words_of(each.state, touched, false);
      if (words.empty() || thread.next.find(words) != std::string::npos) continue;
      thread.next += (thread.next.empty() ? "" : ", ") + words;
      if (each.can_go_on || !touched.is_primitive) continue;
      const std::uint32_t thing = words_->thing_of(each.state, touched);
      if (thing != StepWords::kNone) thread.why = words_->value_of(thing);
    }
    if (thread.next.empty())
      thread.next = each.next.ends || each.state.frame == nullptr ? "ends"
                    : each.can_go_on                              ? "goes on"
                                     : std::string(python::activity_words(each.state.wait.activity));
    if (each.next.awaits) thread.why = "looks again when something has changed";
  }
  return all;
}

void Stepping::Session::add_rows(StepsView& view) {
  view.all_rows = rows_.size();
  view.row = rows_after_.empty() ? 0 : rows_after_[at_];
  const std::size_t most = StepsView::kMostRows;
  const std::size_t before = std::min(view.row, most / 2);
  view.first_row = rows_.size() <= most ? 0 : std::min(view.row - before, rows_.size() - most);
  const std::size_t end = std::min(view.first_row + most, rows_.size());
  const std::size_t things = view.things.size();
  for (std::size_t i = view.first_row; i < end; ++i) {
    const Row& row = rows_[i];
    view.rows.push_back({row.step, row.thread, row.line, row.words, row.printed, std::vector<std::string>(things),
                         std::vector<bool>(things)});
    for (std::size_t thing = 0; thing < std::min(things, histories_.size()); ++thing) {
      const std::vector<Change>& history = histories_[thing];
      const auto after = std::upper_bound(history.begin(), history.end(), i + 1,
                                          [](std::size_t at, const Change& each) { return at < each.row; });
      if (after == history.begin()) continue;
      view.rows.back().values[thing] = std::prev(after)->value;
      view.rows.back().is_new[thing] = std::prev(after)->row == i + 1;
    }
  }
}

void Stepping::Session::picture(StepsView& view) {
  view.obeyed = obeyed_;
  view.next = next_;
  view.is_ready = true;
  view.at = at_;
  view.count = ends_.empty() ? 0 : ends_.size() - 1;
  if (!view.is_busy) view.end = end_;
  view.threads = view.is_busy ? names_of_threads() : threads_here_;
  for (std::uint32_t thing = 0; thing < std::min(words_->count(), StepsView::kMostThings); ++thing) {
    view.things.push_back(words_->name_of(thing));
  }
  add_rows(view);
  for (const Found& each : results_) view.results.push_back({each.end, each.out, each.err, false});
  if (here_ && view.end) view.results[*here_].is_here = true;
  view.step_lines = step_lines_;
  const std::size_t written =
      view.row == 0 ? (rows_after_.empty() ? output_.size() : output_at_first_) : rows_[view.row - 1].output;
  view.output_before = written > kMostOutput ? written - kMostOutput : 0;
  view.output = output_.substr(view.output_before, written - view.output_before);
  view.has_other = !other_.empty();
  if (at_ <= kMostTold) view.schedule = to_text({hash_, false, false, turns_to(at_, standing_)});
}

void Stepping::Session::post(bool is_busy) {
  told_ = runtime::monotonic_now();
  auto view = std::make_shared<StepsView>();
  view->is_busy = is_busy;
  picture(*view);
  if (listener_) listener_(*view);
  runtime::Guard guard(mutex_);
  view_ = std::move(view);
}

// ---- from outside --------------------------------------------------------------------------------------

Stepping::Stepping(std::string_view source, python::RunOptions options, Listener listener)
    : session_(std::make_shared<Session>(source, std::move(listener))) {
  options.executor = [session = session_](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    auto executor = std::make_unique<DeterministicExecutor>(interpreter, session, session->options());
    session->attach(*executor, interpreter);
    return executor;
  };
  run_ = python::Run::start(source, std::move(options));
}

Stepping::~Stepping() { session_->close(); }

void Stepping::tell(StepCommand command) {
  untold_.push_back(std::move(command));
  if (session_->tell(untold_)) untold_.clear();
  if (runtime::is_alone()) run_->go_on();
}

bool Stepping::poll() {
  if (!untold_.empty() && session_->tell(untold_)) untold_.clear();
  std::shared_ptr<const StepsView> view = session_->take_view();
  if (view == nullptr) return false;
  view_ = std::move(view);
  return true;
}

}  // namespace threadbook::explore
