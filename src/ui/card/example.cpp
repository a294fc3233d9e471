#include "ui/card/example.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "explore/replay.h"
#include "explore/schedule.h"
#include "explore/telling/sentences.h"

namespace threadbook::ui {
namespace {

// Ended threads that are still shown; a program may start thousands.
constexpr std::size_t kMostRows = 256;

constexpr double kWatchEvery = 0.05;  // seconds between two looks at the threads of a run and at what they did
constexpr double kLookEvery = 0.25;   // and at the variables

// What the editor shows: the newline at the end of a file is no line to put the cursor on.
std::string_view editor_text(const book::Example& example) {
  std::string_view text = example.source;
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

std::string text_key(const book::Example& example) { return "edit:" + example.id; }
std::string gil_key(const book::Example& example) { return "gil:" + example.id; }

bool gil_of(const std::optional<std::string>& stored, const book::Example& original) {
  return stored == "on" || (stored != "off" && original.gil);
}

}  // namespace

Example::Example(const book::Example& original, Host& host)
    : original_(original), host_(host), gil_(gil_of(host.load(gil_key(original)), original)) {
  set_text(host.load(text_key(original)).value_or(std::string(editor_text(original))));
}

Example::~Example() = default;

bool Example::edited() const { return text_ != editor_text(original_); }

Notice Example::notice() const { return !is_kept_ ? Notice::NotKept : mine_ ? Notice::ChangedElsewhere : Notice::None; }

std::size_t Example::alive() const {
  return static_cast<std::size_t>(std::count_if(threads_.begin(), threads_.end(), [](const ThreadRow& row) {
    return row.activity != python::ThreadActivity::Finished;
  }));
}

void Example::set_text(std::string text) {
  exploration_.reset();  // it is about another program
  no_steps_.clear();
  if (stepping_ != nullptr) {
    close_steps();
    no_steps_ = "The program is another one now: its steps begin anew when you press Step.";
  }
  text_ = std::move(text);
  ++text_version_;
  lines_ = color_python(text_);
}

void Example::edit(std::string text) {
  if (text == text_) return;
  set_text(std::move(text));
  mine_.reset();
  is_saved_ = false;
}

void Example::save() {
  if (is_saved_) return;
  is_saved_ = true;
  if (edited()) {
    const bool could = std::exchange(is_kept_, host_.store(text_key(original_), text_));
    if (could && !is_kept_) host_.announce("Your edits cannot be kept: this browser refuses storage to the page.");
  } else {
    host_.forget(text_key(original_));
    is_kept_ = true;
  }
}

void Example::stored_elsewhere(std::optional<std::string> text) {
  std::string theirs = text.value_or(std::string(editor_text(original_)));
  if (theirs == text_) return;
  mine_ = std::move(text_);
  set_text(std::move(theirs));
  is_saved_ = true;
  host_.announce("Another tab has changed the program " + original_.title + ".");
}

void Example::gil_stored_elsewhere(std::optional<std::string> value) { gil_ = gil_of(value, original_); }

void Example::take_back() {
  if (!mine_) return;
  edit(std::string(*mine_));
  save();
}

void Example::reset() {
  edit(std::string(editor_text(original_)));
  save();
  set_gil(original_.gil);
}

void Example::set_gil(bool on) {
  if (gil_ == on) return;
  gil_ = on;
  if (on == original_.gil) {
    host_.forget(gil_key(original_));
  } else {
    host_.store(gil_key(original_), on ? "on" : "off");
  }
}

void Example::run() {
  if (active()) return;
  ran_with_gil_ = gil_;
  python::RunOptions options;
  options.gil = gil_;
  start(std::move(options));
}

void Example::run_again_as(const std::string& schedule) {
  const std::optional<explore::Schedule> order = explore::schedule_from(schedule);
  if (active() || !order || order->program != explore::hash_of_program(text_)) return;
  ran_with_gil_ = false;  // one thread after the other, without one
  start(explore::replaying({}, *order));
}

void Example::explore(bool gil) {
  if (exploring()) return exploration_->stop();
  if (active()) return;
  save();
  explore::ExploreOptions options;
  options.gil = gil;
  exploration_ = std::make_unique<Exploration>(text_, std::move(options), host_);
  host_.announce("Trying all orders.");
}

void Example::step() {
  if (stepping_ != nullptr) return close_steps();
  if (active()) return;
  save();
  clear_run();
  no_steps_.clear();
  stepping_ = std::make_unique<Stepper>(text_, host_);
  if (!stops_.empty()) tell_steps({.kind = explore::StepCommand::Kind::StopAt, .lines = stops_});
}

// What a run has left.
void Example::clear_run() {
  console_.clear();
  ++console_version_;
  threads_.clear();
  threads_forgotten_ = 0;
  story_ = {};
  why_it_stands_.reset();
  lit_line_ = 0;
  lit_output_.reset();
  inspection_ = {};
  looked_at_ = -kLookEvery;
  watched_at_ = -kWatchEvery;
  seconds_ = 0;
  status_ = 0;
  state_ = RunState::Ready;
}

void Example::close_steps() {
  stepping_.reset();
  stops_.clear();
  clear_run();
}

void Example::step_as(const std::string& schedule) {
  const std::optional<explore::Schedule> order = explore::schedule_from(schedule);
  if (active()) return;
  if (!order || order->program != explore::hash_of_program(text_)) {
    close_steps();
    no_steps_ = order
                    ? "This link leads to a step of another program: the text here is not the one that it was made for."
                    : "This link leads to no step: it is not whole.";
    host_.announce(no_steps_);
    return;
  }
  if (stepping_ == nullptr) step();
  tell_steps({.kind = explore::StepCommand::Kind::OpenSchedule, .text = schedule});
}

void Example::tell_steps(explore::StepCommand command) {
  if (stepping_ != nullptr) stepping_->tell(std::move(command));
}

void Example::toggle_stop(std::uint32_t line) {
  if (stepping_ == nullptr) return;
  const std::vector<std::uint32_t>& lines = stepping_->view()->step_lines;
  const auto found = std::lower_bound(lines.begin(), lines.end(), line);
  if (found == lines.end()) return;
  const auto at = std::lower_bound(stops_.begin(), stops_.end(), *found);
  const bool was_there = at != stops_.end() && *at == *found;
  if (was_there) {
    stops_.erase(at);
  } else {
    stops_.insert(at, *found);
  }
  host_.announce((was_there ? "Does not stop in line " : "Stops in line ") + std::to_string(*found) + ".");
  tell_steps({.kind = explore::StepCommand::Kind::StopAt, .lines = stops_});
}

// What the output and the editor show of the step that was done last.
bool Example::take_steps() {
  if (!stepping_->problem().empty()) {
    const std::string why = stepping_->problem();
    close_steps();
    no_steps_ = "The steps cannot be shown. " + why;
    host_.announce(no_steps_);
    return true;
  }
  const std::size_t before = stepping_->view()->row;
  if (!stepping_->poll()) return false;
  const explore::StepsView& view = *stepping_->view();
  if (!view.is_ready) return true;
  console_.clear();
  console_.append(ConsoleStream::Out, view.output);
  ++console_version_;
  const explore::StepsView::Row* row = nullptr;
  if (view.row > view.first_row) row = &view.rows[view.row - view.first_row - 1];
  lit_line_ = row != nullptr ? row->line : 0;
  if (row != nullptr && view.row != before && !view.is_busy)
    host_.announce(view.threads[row->thread].letter + " " + row->words + ". Step " + std::to_string(view.at) + ".");
  return true;
}

void Example::start(python::RunOptions options) {
  save();
  close_steps();
  no_steps_.clear();
  recorder_ = std::make_shared<trace::Recorder>();
  state_ = RunState::Running;
  try {
    options.ended_threads_kept = kMostRows;
    options.observer = recorder_;
    options.looks_at_end = true;
    run_ = python::Run::start(text_, std::move(options));
  } catch (const std::bad_alloc&) {
    state_ = RunState::Refused;
    console_.note("There is not enough memory to start the program. Stop other programs or reload the page.");
  } catch (const std::exception&) {
    state_ = RunState::Refused;
    console_.note("The browser gave no thread to run the program in. Stop other programs or reload the page.");
  }
  if (state_ == RunState::Refused) host_.announce("The program could not be started.");
}

void Example::stop() {
  if (state_ != RunState::Running) return end();
  run_->interrupt();
  state_ = RunState::Interrupted;
}

void Example::end() {
  if (exploring()) exploration_->stop();
  if (!can_be_stopped()) return;
  run_->stop();
  state_ = RunState::Stopping;
}

bool Example::poll() {
  if (exploring() && exploration_->poll()) {
    if (exploration_->finished()) {
      host_.announce(exploration_->heading() + ".");
    }
    if (!run_) return true;
  }
  if (stepping_ != nullptr) return take_steps();
  if (!run_) return false;
  const bool finished = run_->finished();  // asked first, so that nothing written before is missed
  bool changed = take_output();
  seconds_ = run_->seconds();
  if (seconds_ - watched_at_ >= kWatchEvery) {
    watched_at_ = seconds_;
    changed |= take_threads();
    changed |= take_story(false);
    changed |= take_inspection();
  }
  if (finished && chunks_.empty()) {
    finish();
    changed = true;
  }
  return changed;
}

bool Example::take_output() {
  chunks_.clear();
  run_->take_output(chunks_);
  for (const python::OutputChunk& chunk : chunks_) {
    console_.append(chunk.stream == python::Stream::Err ? ConsoleStream::Err : ConsoleStream::Out, chunk.text);
  }
  if (chunks_.empty()) return false;
  ++console_version_;
  return true;
}

// The row of a thread, a new one if need be. Rows are in the order in which the threads were started.
ThreadRow& Example::row_of(const python::ThreadSnapshot& thread) {
  const auto at = std::lower_bound(threads_.begin(), threads_.end(), thread.serial,
                                   [](const ThreadRow& row, std::uint64_t serial) { return row.serial < serial; });
  if (at != threads_.end() && at->serial == thread.serial) return *at;
  ThreadRow row;
  row.serial = thread.serial;
  return *threads_.insert(at, std::move(row));
}

bool Example::take_threads() {
  // Asked first: a thread that ends in between is among neither, and is told of the next time.
  std::vector<python::ThreadSnapshot> alive = run_->threads();
  std::size_t forgotten = 0;
  std::vector<python::ThreadSnapshot> ended = run_->take_ended_threads(forgotten);
  for (python::ThreadSnapshot& thread : ended) thread.activity = python::ThreadActivity::Finished;
  threads_forgotten_ += forgotten;
  bool changed = forgotten > 0;
  if (forgotten > 0) {  // whoever is not alive may have been among them
    for (ThreadRow& row : threads_) row.activity = python::ThreadActivity::Finished;
  }
  for (const auto* threads : {&alive, &ended}) {
    story_.learn(*threads);
    for (const python::ThreadSnapshot& thread : *threads) {
      ThreadRow row{thread.serial,   thread.name, thread.ident, thread.native_id,
                    thread.activity, thread.line, thread.daemon};
      ThreadRow& shown = row_of(thread);
      changed |= !(shown == row);
      shown = std::move(row);
    }
  }
  while (threads_.size() > kMostRows) {
    const auto gone = std::find_if(threads_.begin(), threads_.end(), [](const ThreadRow& row) {
      return row.activity == python::ThreadActivity::Finished;
    });
    if (gone == threads_.end()) break;
    threads_.erase(gone);
    ++threads_forgotten_;
  }
  return changed;
}

bool Example::take_story(bool is_over) {
  const std::uint64_t before = story_.version();
  story_.take(*recorder_, is_over);
  bool changed = story_.version() != before;
  if (!why_it_stands_ && !is_over) {
    if (const auto stuck = recorder_->standing_still(*run_)) {
      why_it_stands_ = trace::explain(*stuck, recorder_->things(),
                                      [&](trace::ThreadNumber thread) { return story_.name_of(thread); });
      host_.announce(why_it_stands_->heading);
      changed = true;
    }
  }
  return changed;
}

bool Example::take_inspection() {
  if (is_inspected_ && seconds_ - looked_at_ >= kLookEvery) {
    looked_at_ = seconds_;
    run_->look();
  }
  std::optional<python::Inspection> seen = run_->take_inspection();
  if (!seen || *seen == inspection_) return false;
  inspection_ = std::move(*seen);
  return is_inspected_;
}

void Example::finish() {
  seconds_ = run_->seconds();
  status_ = run_->status();
  take_threads();  // those that have ended since the last look
  take_story(true);
  const bool stopped =
      state_ == RunState::Stopping || (state_ == RunState::Interrupted && status_ == python::kStoppedStatus);
  // What was stopped is shown as it was, not as it was left.
  if (!stopped || inspection_.threads.empty()) take_inspection();
  run_.reset();
  for (ThreadRow& row : threads_) row.activity = python::ThreadActivity::Finished;
  state_ = stopped ? RunState::Stopped : status_ == 0 ? RunState::Finished : RunState::Failed;
  host_.announce(stopped        ? "Stopped."
                 : status_ == 0 ? "The program has finished."
                                : "The program has ended with an error.");
}

}  // namespace threadbook::ui
