// One example as the reader has it: the text as edited, the switch, the run, what it wrote and its threads.
//
// The page asks the run, it never waits for it: poll() looks once a frame and says what changed, so that nothing
// is painted when nothing happened. The text and the switch are kept in the host's storage under the example's id,
// which lasts. Two tabs may show the same example: what the other has stored is taken over, and the text that stood
// here can be had back.
//
// Thread safety: none; the main thread only. The run's own threads are behind python::Run.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "explore/stepping/stepping.h"
#include "python/run.h"
#include "trace/explanation.h"
#include "trace/recorder.h"
#include "trace/story.h"
#include "ui/card/exploration.h"
#include "ui/card/stepper.h"
#include "ui/layout/code_colors.h"
#include "ui/layout/console_buffer.h"
#include "ui/surface/host.h"

namespace threadbook::ui {

enum class RunState : std::uint8_t {
  Ready,        // -> Running on run()
  Running,      // -> Interrupted on stop(); -> Finished, Failed by itself; -> Refused if it could not begin
  Interrupted,  // KeyboardInterrupt is raised in its main thread; -> Stopping on stop(); -> as Running by itself
  Stopping,     // -> Stopped once its threads are gone
  Finished,     // status 0; -> Running on run(), -> Ready on clear()
  Failed,       // any other status; as Finished
  Stopped,      // by the reader; as Finished
  Refused,      // the browser gave no thread or no memory; as Finished
};

// A thread of the latest run, alive or gone.
struct ThreadRow {
  std::uint64_t serial = 0;  // python::ThreadSnapshot
  std::string name;
  std::uint64_t ident = 0;
  std::uint64_t native_id = 0;
  python::ThreadActivity activity = python::ThreadActivity::Starting;
  std::uint32_t line = 0;
  bool daemon = false;

  friend bool operator==(const ThreadRow&, const ThreadRow&) = default;
};

// What the reader must know of the text.
enum class Notice : std::uint8_t {
  None,
  NotKept,           // the storage is refused or full
  ChangedElsewhere,  // another tab has stored another text, which stands here now
};

class Example {
 public:
  // `original` must outlive the example. Takes an edit from the storage if there is one.
  Example(const book::Example& original, Host& host);
  ~Example();

  const book::Example& original() const { return original_; }
  const std::string& text() const { return text_; }
  // Counts the changes of the text, from 1 on.
  std::uint64_t text_version() const { return text_version_; }
  const std::vector<CodeLine>& lines() const { return lines_; }
  bool edited() const;
  bool gil() const { return gil_; }
  RunState state() const { return state_; }
  bool active() const { return run_ != nullptr; }
  bool has_run() const { return state_ != RunState::Ready || stepping_ != nullptr; }
  double seconds() const { return seconds_; }
  int status() const { return status_; }
  const ConsoleBuffer& console() const { return console_; }
  const std::vector<ThreadRow>& threads() const { return threads_; }
  std::size_t alive() const;
  // How many ended threads of the run are not among the rows any more.
  std::size_t threads_forgotten() const { return threads_forgotten_; }
  // What the threads of the latest run did.
  const trace::Story& story() const { return story_; }
  bool ran_with_gil() const { return ran_with_gil_; }
  // Why its threads can never go on, if that is so.
  const std::optional<trace::Explanation>& why_it_stands() const { return why_it_stands_; }
  // A line of the program that something else points at; 0: none.
  void light(std::uint32_t line) { lit_line_ = line; }
  std::uint32_t lit_line() const { return lit_line_; }
  // What was written after so many bytes, likewise.
  void light_output(std::optional<std::uint64_t> position) { lit_output_ = position; }
  const std::optional<std::uint64_t>& lit_output() const { return lit_output_; }
  // What all orders of the program's threads come to, if that was asked for since the text was changed; else nullptr.
  const Exploration* exploration() const { return exploration_.get(); }
  bool busy() const { return active() || exploring() || awaits_step(); }
  bool exploring() const { return exploration_ != nullptr && !exploration_->finished(); }
  // Where the program stands that is stepped through; nullptr if none is.
  std::shared_ptr<const explore::StepsView> steps() const { return stepping_ != nullptr ? stepping_->view() : nullptr; }
  // It has been told to do something, and has not done it yet.
  bool awaits_step() const { return stepping_ != nullptr && stepping_->is_busy(); }
  // Why there are no steps, where the reader could expect some; else empty.
  const std::string& no_steps() const { return no_steps_; }
  // Lines at which it stops when it goes on by itself, in order.
  const std::vector<std::uint32_t>& stops() const { return stops_; }
  // Somebody looks at stacks and variables: they are asked for now and then.
  void inspect(bool wanted) { is_inspected_ = wanted; }
  // As they were seen last: while the program runs a moment ago, then at its end.
  const python::Inspection& inspection() const { return inspection_; }
  Notice notice() const;
  // Counts the changes of the console, so that others see whether there were any.
  std::uint64_t console_version() const { return console_version_; }

  // What the reader did. None of them blocks.
  void edit(std::string text);
  void reset();
  void set_gil(bool on);
  // Stores the text if it is not stored yet: edit() leaves that for a moment in which the reader pauses.
  void save();
  bool is_saved() const { return is_saved_; }
  // Another tab has stored `text`, or forgotten what was stored.
  void stored_elsewhere(std::optional<std::string> text);
  void gil_stored_elsewhere(std::optional<std::string> value);
  // Back to the text that stood here before another tab changed it.
  void take_back();
  void run();
  // The program as it is, once more, in the order that a schedule says (explore/schedule.h): what exploring has found.
  void run_again_as(const std::string& schedule);
  // Begins to step through the program, or ends that.
  void step();
  // Steps through it as a schedule says, to where that ends.
  void step_as(const std::string& schedule);
  void tell_steps(explore::StepCommand command);
  // Whether to stop in the first line from `line` on in which there are steps.
  void toggle_stop(std::uint32_t line);
  // Begins to try all orders, or ends that. `gil`: those in which threads switch only where the GIL can change hands.
  void explore(bool gil);
  // The first time, what Ctrl-C does: KeyboardInterrupt in the program's main thread. Again: end().
  void stop();
  // Ends the program, whatever it does.
  void end();
  bool can_be_stopped() const { return state_ == RunState::Running || state_ == RunState::Interrupted; }

  // Looks at the run: takes its output, its threads, its end. True if anything to be seen has changed.
  bool poll();

 private:
  void set_text(std::string text);
  void start(python::RunOptions options);
  void clear_run();
  void close_steps();
  bool take_steps();
  bool take_output();
  bool take_threads();
  bool take_story(bool is_over);
  bool take_inspection();
  ThreadRow& row_of(const python::ThreadSnapshot& thread);
  void finish();

  const book::Example& original_;
  Host& host_;
  std::string text_;
  std::uint64_t text_version_ = 0;
  std::vector<CodeLine> lines_;
  std::optional<std::string> mine_;  // what stood here before another tab changed it
  bool is_saved_ = true;
  bool is_kept_ = true;  // what was stored last could be
  bool gil_;
  RunState state_ = RunState::Ready;
  std::unique_ptr<python::Run> run_;
  double seconds_ = 0;
  int status_ = 0;
  ConsoleBuffer console_;
  std::uint64_t console_version_ = 0;
  std::vector<python::OutputChunk> chunks_;
  std::vector<ThreadRow> threads_;
  std::size_t threads_forgotten_ = 0;
  std::shared_ptr<trace::Recorder> recorder_;  // of the latest run, while it goes on
  trace::Story story_;
  bool ran_with_gil_ = true;
  std::optional<trace::Explanation> why_it_stands_;
  std::uint32_t lit_line_ = 0;
  std::optional<std::uint64_t> lit_output_;
  std::unique_ptr<Exploration> exploration_;
  std::unique_ptr<Stepper> stepping_;
  std::string no_steps_;
  std::vector<std::uint32_t> stops_;
  bool is_inspected_ = false;
  double looked_at_ = 0;   // seconds of the run, when its variables were asked for last
  double watched_at_ = 0;  // when its threads were looked at last
  python::Inspection inspection_;
};

}  // namespace threadbook::ui
