#include "explore/stepping/session.h"

#include <algorithm>

#include "python/vm/output.h"
#include "runtime/alone.h"

namespace threadbook::explore {

namespace {

// Of what is learnt before the first row is shown.
constexpr std::uint64_t kMostTries = 40, kEnoughTries = 4;
constexpr std::size_t kMostStepsOfTry = 2000;
constexpr runtime::Nanoseconds kMostTime = 150'000'000;

constexpr std::size_t kMostAlone = 1000;  // steps that a thread does before others, by itself
constexpr std::size_t kFar = 20'000;      // steps that take a moment to be done again
constexpr std::size_t kMostResults = 100;
constexpr runtime::Nanoseconds kTellEvery = 50'000'000;

}  // namespace

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
  begin_table();
  table_.forget_started();
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
    table_.begin_step();
  }
  alone_ = choice.thread == last_ ? alone_ + 1 : 0;
  last_ = choice.thread;
  made_by_then_ = made_ + 1;
  goes_on_to_ = 0;
  if (made_ < target_) {
    make_several();
    return chosen;
  }
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

// What the same thread was chosen for before, one time after the other, it does in one turn, all but the last.
void Stepping::Session::make_several() {
  std::size_t last = made_;
  while (last + 1 < target_ && choices_[last + 1].thread == choices_[made_].thread) ++last;
  if (last == made_) return;
  made_by_then_ = last;
  goes_on_to_ = choices_[last].position;
  alone_ += last - made_ - 1;
}

// Another thread goes on here than went on before.
void Stepping::Session::leave_branch() {
  other_ = turns_to(ends_.size() - 1, pending_);
  table_.cut(at_);
  choices_.resize(made_);
  ends_.resize(at_ + 1);
  is_whole_ = false;
  here_.reset();
}

// ---- what is done --------------------------------------------------------------------------------------

void Stepping::Session::started(ThreadNumber parent, ThreadNumber child) {
  has_threads_ = has_new_threads_ = true;
  table_.started(parent, child);
}

void Stepping::Session::meet_threads() {
  for (const DeterministicExecutor::Standing& each : executor_->standings()) {
    if (each.thread >= threads_.size()) threads_.resize(each.thread + 1);
    threads_[each.thread].name = each.state.thread->name();
    words_->meet(each.thread, each.state.thread_object.as_object());
  }
}

void Stepping::Session::touching(python::ThreadState& by, const Touched& touched) {
  // What is done again has been told, but for who holds what.
  if (!is_trying_ && !is_recording_ && !touched.is_primitive) return;
  if (touched.of != nullptr) {
    if (roots_ == 0) roots_ = interpreter_->roots.size();
    // Until its value has been told it must not be collected.
    interpreter_->roots.push_back(python::Value::object(const_cast<python::Object*>(touched.of)));
    const std::uint32_t thing = words_->thing_of(by, touched);
    if (thing != StepWords::kNone) {
      words_->touched_by(last_, thing);
      if (!is_recording_) return;
      table_.touches(thing, touched.manner != python::Manner::Reads);
    }
  }
  if (is_recording_) table_.say(words_->words_of(by, touched, true));
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
  if (made_by_then_ > made_ + 1) {
    at_ = static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), made_by_then_) - ends_.begin());
  } else if (!is_internal_) {
    ++at_;
  }
  made_ = made_by_then_;
  if (std::exchange(is_recording_, false)) {
    if (is_internal_) {
      ends_.back() = made_;
      table_.end_internal_step(step.thread);
    } else {
      ends_.push_back(made_);
      table_.end_step(at_, step.thread, line_of(step), step.ends);
    }
  }
  table_.forget_started();
}

void Stepping::Session::ended(End end, std::span<const Step> pending) {
  if (is_trying_ || is_closing_.load()) return;
  if (begins_anew_ || stands_) return;
  begin_table();
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
      table_.wrote_alone(std::move(out) + err);
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
      table_.wrote(out + err);
      table_.end();
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
  table_.forget_started();
  table_.forget_what_it_wrote();
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
    case Kind::GoToOutput: return go_to(table_.step_of_output(command.number));
    case Kind::GoToWrite:
      if (const auto step = table_.step_of_write(command.thread, command.number)) go_to(*step);
      return;
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
  table_.clear();
  is_whole_ = false;
  here_.reset();
  begins_anew_ = true;
}

// ---- the table -----------------------------------------------------------------------------------------

// What was before the first step.
void Stepping::Session::begin_table() {
  if (table_.has_begun()) return;
  table_.forget_what_it_wrote();
  table_.wrote(executor_->output_before());
  take_output();
  table_.begin();
  ends_ = {0};
}

void Stepping::Session::take_output() {
  if (interpreter_->output->is_empty()) return;
  std::vector<python::OutputChunk> chunks;
  while (interpreter_->output->take(chunks)) {
  }
  for (const python::OutputChunk& chunk : chunks) {
    (chunk.stream == python::Stream::Out ? out_ : err_) += chunk.text;
    if (is_recording_ || !table_.has_begun()) table_.wrote(chunk.text);
  }
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

}  // namespace threadbook::explore
