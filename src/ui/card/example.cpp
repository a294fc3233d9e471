#include "ui/card/example.h"

#include <algorithm>
#include <exception>
#include <new>
#include <system_error>

namespace threadbook::ui {
namespace {

// Ended threads that are still shown; a program may start thousands.
constexpr std::size_t kMostRows = 256;

// What the editor shows: the newline at the end of a file is no line to put the cursor on.
std::string_view editor_text(const book::Example& example) {
  std::string_view text = example.source;
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

std::string storage_key(const book::Example& example) { return "edit:" + example.id; }

}  // namespace

Example::Example(const book::Example& original, Host& host)
    : original_(original), host_(host), text_(editor_text(original)), gil_(original.gil) {
  if (auto kept = host.load(storage_key(original))) text_ = std::move(*kept);
  lines_ = color_python(text_);
}

Example::~Example() = default;

bool Example::edited() const { return text_ != editor_text(original_); }

std::size_t Example::alive() const {
  return static_cast<std::size_t>(std::count_if(threads_.begin(), threads_.end(), [](const ThreadRow& row) {
    return row.activity != python::ThreadActivity::Finished;
  }));
}

void Example::edit(std::string text) {
  if (text == text_) return;
  text_ = std::move(text);
  lines_ = color_python(text_);
  if (edited()) {
    edits_kept_ = host_.store(storage_key(original_), text_);
  } else {
    host_.forget(storage_key(original_));
    edits_kept_ = true;
  }
}

void Example::reset() {
  edit(std::string(editor_text(original_)));
  gil_ = original_.gil;
}

void Example::run() {
  if (active()) return;
  console_.clear();
  ++console_version_;
  threads_.clear();
  seconds_ = 0;
  status_ = 0;
  state_ = RunState::Running;
  launching_ = true;
}

void Example::launch() {
  if (!launching_) return;
  launching_ = false;
  try {
    python::RunOptions options;
    options.gil = gil_;
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
  if (state_ != RunState::Running || launching_) return end();
  run_->interrupt();
  state_ = RunState::Interrupted;
}

void Example::end() {
  if (!can_be_stopped()) return;
  if (launching_) {
    launching_ = false;
    state_ = RunState::Stopped;
    host_.announce("Stopped.");
    return;
  }
  run_->stop();
  state_ = RunState::Stopping;
}

bool Example::poll() {
  if (!run_) return false;
  const bool finished = run_->finished();  // asked first, so that nothing written before is missed
  bool changed = take_output();
  changed |= take_threads();
  seconds_ = run_->seconds();
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

bool Example::take_threads() {
  const std::vector<python::ThreadSnapshot> alive = run_->threads();
  bool changed = false;
  // Both are in the order in which the threads were started: one walk along both pairs them.
  std::size_t next = 0;
  const auto end = [&](ThreadRow& row) {
    changed |= row.activity != python::ThreadActivity::Finished;
    row.activity = python::ThreadActivity::Finished;
  };
  for (const python::ThreadSnapshot& snapshot : alive) {
    const ThreadRow row{snapshot.serial,   snapshot.name, snapshot.ident, snapshot.native_id,
                        snapshot.activity, snapshot.line, snapshot.daemon};
    while (next < threads_.size() && threads_[next].serial < row.serial) end(threads_[next++]);
    if (next == threads_.size()) {
      threads_.push_back(row);
      changed = true;
    } else if (threads_[next].serial == row.serial) {
      changed |= !(threads_[next] == row);
      threads_[next] = row;
    } else {  // it was left out of the last look
      threads_.insert(threads_.begin() + static_cast<std::ptrdiff_t>(next), row);
      changed = true;
    }
    ++next;
  }
  while (next < threads_.size()) end(threads_[next++]);
  while (threads_.size() > kMostRows) {
    const auto gone = std::find_if(threads_.begin(), threads_.end(), [](const ThreadRow& row) {
      return row.activity == python::ThreadActivity::Finished;
    });
    if (gone == threads_.end()) break;
    threads_.erase(gone);
  }
  return changed;
}

void Example::finish() {
  seconds_ = run_->seconds();
  status_ = run_->status();
  const bool stopped =
      state_ == RunState::Stopping || (state_ == RunState::Interrupted && status_ == python::kStoppedStatus);
  run_.reset();
  for (ThreadRow& row : threads_) row.activity = python::ThreadActivity::Finished;
  state_ = stopped ? RunState::Stopped : status_ == 0 ? RunState::Finished : RunState::Failed;
  host_.announce(stopped        ? "Stopped."
                 : status_ == 0 ? "The program has finished."
                                : "The program has ended with an error.");
}

}  // namespace threadbook::ui
