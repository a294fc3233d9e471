#include "python/run.h"

#include <atomic>
#include <optional>
#include <utility>

#include "python/compiler/compiler.h"
#include "python/modules/native_modules.h"
#include "python/objects/operations.h"
#include "python/vm/again.h"
#include "python/vm/executor.h"
#include "python/vm/import.h"
#include "python/vm/input.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"
#include "python/vm/python_thread.h"
#include "python/vm/syntax_errors.h"
#include "python/vm/world.h"
#include "runtime/alone.h"
#include "runtime/errors.h"
#include "runtime/registry.h"
#include "runtime/small_mutex.h"
#include "runtime/worker_pool.h"

namespace threadbook::python {

// Shared by the Run in somebody's hand and by the run's own threads; whoever lets go last frees it.
// Exit status of an engine that does not start.
constexpr int kBrokenStatus = 70;

struct Run::State {
  State(std::string_view source, RunOptions options)
      : source(source), interpreter(std::move(options), native_library()) {
    interpreter.executor->registry().keep_ended(interpreter.options.ended_threads_kept);
  }

  const std::string source;
  Interpreter interpreter;

  std::atomic<bool> finished{false};
  std::atomic<bool> stopped{false};
  std::atomic<bool> interrupted{false};
  std::atomic<int> status{0};
  std::atomic<std::int64_t> started_at{0};
  std::atomic<std::int64_t> ended_at{0};
  // Who waits in wait_for_news(). One order of all accesses to this, to `finished` and to what is pending: either
  // the reader sees that there is news, or who brings it sees the reader.
  std::atomic<runtime::Parker*> reader{nullptr};
  std::uint32_t seen_wishes = 0;  // Input::changes(), when wait_for_news() last returned

  // Wakes whoever waits in wait_for_news(), when something was written or the run is over.
  struct News final : runtime::Wakeable {
    explicit News(State& state) : state(state) {}
    State& state;
    void wake() noexcept override {
      if (runtime::Parker* parker = state.reader.load()) parker->unpark();
    }
  } news{*this};

  // All of it, or up to where its executor puts off what comes next; then to the next such place.
  void main();

  // Pictures for take_inspection().
  std::atomic<bool> is_looking{false};
  void look();
  std::optional<Inspection> take_inspection();

 private:
  bool begin(ThreadState& thread);
  bool boot(ThreadState& thread);
  int run_program(ThreadState& thread);
  int go_on(ThreadState& thread);
  void finish(ThreadState& thread);
  Again runs_again(ThreadState& thread);
  int report(ThreadState& thread);
  void call(std::string_view function, ThreadState& thread);
  bool prepare_farewells(ThreadState& thread);
  void say_farewells(ThreadState& thread);
  void keep(Inspection picture);

  // While the program goes on.
  std::optional<runtime::MainThreadScope> scope_;
  std::optional<ThreadState> main_thread_;
  int exit_status_ = 0;

  runtime::SmallMutex picture_guard_;
  std::optional<Inspection> picture_ GUARDED_BY(picture_guard_);
};

namespace {

std::vector<ThreadSnapshot> snapshots_of(const std::vector<runtime::ThreadSnapshot>& threads) {
  std::vector<ThreadSnapshot> result;
  for (const runtime::ThreadSnapshot& each : threads) {
    result.push_back({each.serial, each.name, each.ident, each.native_id, each.daemon,
                      static_cast<ThreadActivity>(each.activity), each.line});
  }
  return result;
}

}  // namespace

// Runs the library code behind the builtins. False: it cannot, as in less memory than that takes.
bool Run::State::boot(ThreadState& thread) try {
  fill_builtins(thread);
  thread.interpreter.memory_error =
      Value::object(make_exception(thread, interpreter.cls(ExceptionType::MemoryError), interpreter.empty_tuple));
  interpreter.main_thread_handle =
      make_thread_handle(thread, interpreter.executor->registry().main_thread(), Value::none());
  thread.thread_object = interpreter.main_thread_handle;
  interpreter.modules = make_dict(thread);
  interpreter.library = interpreter.make_module(thread, interpreter.intern("_library"));
  dict_set_str(thread, interpreter.modules, interpreter.library->name, Value::object(interpreter.library));
  for (std::string_view name : interpreter.native_library.builtin_support) {
    std::shared_ptr<const Code> code = library_code(name);
    if (!code || !start_module(thread, interpreter.linker.link(thread, std::move(code), interpreter.library)))
      return false;
    if (interpreter.executor->execute(thread) != Ending::Finished) return false;
  }
  interpreter.heap.set_collect_always(interpreter.options.collect_always);
  return true;
} catch (const HeapExhausted&) {
  return false;
}

// The uncaught exception in `thread` ends the program: says so, answers the exit status.
int Run::State::report(ThreadState& thread) {
  Value exception = thread.exception;
  thread.tell_of_exception(exception);
  thread.exception = Value::unbound();
  Value ignored;
  Status status = call_library(thread, "operation__report", {exception}, {ReturnAction::Leave, 0, {}}, ignored);
  if (status == Status::Pushed && interpreter.executor->execute(thread) == Ending::Finished &&
      thread.result.is_small_int()) {
    return static_cast<int>(thread.result.as_small_int());
  }
  return 1;
}

// Calls a library function that raises nothing.
void Run::State::call(std::string_view function, ThreadState& thread) {
  if ((interpreter.flags.load(std::memory_order_acquire) & kStop) != 0) return;
  Value ignored;
  Status status = call_library(thread, function, {}, {ReturnAction::Leave, 0, {}}, ignored);
  if (status == Status::Pushed) interpreter.executor->execute(thread);
}

// Is there code to be run because objects go with the program? If so, spares what the other threads hold: for them
// CPython's program never ends.
bool Run::State::prepare_farewells(ThreadState& thread) {
  if (interpreter.main == nullptr || (interpreter.flags.load(std::memory_order_acquire) & kStop) != 0) return false;
  bool any = false;
  while (!interpreter.world->stop_and([&] {
    any = interpreter.heap.expects_farewells() || interpreter.heap.due_count() != 0;
    if (any) interpreter.collect_before_end(thread);
    interpreter.flags.fetch_or(kStop);  // so that they make nothing new
  })) {
  }
  return any;
}

// The last of the program, when its other threads have ended. It was stopped like them and goes on once more, unless
// the whole run was.
void Run::State::say_farewells(ThreadState& thread) {
  std::atomic<std::uint32_t>& signals = thread.thread->record().signals();
  signals.fetch_and(~runtime::kStopSignal);
  interpreter.flags.fetch_and(~std::uint32_t{kStop});
  // Whoever stops the run says so before it sets these, so one of us sees the other.
  if (stopped.load() || interpreter.forced_status.load() >= 0) {
    interpreter.flags.fetch_or(kStop);
    signals.fetch_or(runtime::kStopSignal);
    return;
  }
  call("operation__farewells", thread);
}

int Run::State::run_program(ThreadState& thread) {
  const std::string& filename = interpreter.options.filename;
  CompileResult compiled = compile(source, filename);
  if (compiled.error) {
    interpreter.output->append(Stream::Err, format_syntax_error(*compiled.error, filename));
    return 1;
  }
  show_syntax_warnings(thread, compiled.warnings, filename);
  interpreter.sources.add(filename, source);
  interpreter.main = interpreter.make_module(thread, interpreter.names.main);
  dict_set_str(thread, interpreter.modules, interpreter.names.main, Value::object(interpreter.main));
  for (std::string_view unset : {"__package__", "__spec__"}) {
    interpreter.main->names->set(thread, interpreter.intern(unset), Value::none());
  }
  interpreter.main->names->set(thread, interpreter.names.file, Value::object(make_str_utf8(thread, filename)));
  interpreter.main->names->set(thread, interpreter.names.doc, Value::none());
  interpreter.main->names->set(thread, interpreter.names.builtins, Value::none());
  if (!start_module(thread, interpreter.linker.link(thread, std::move(compiled.code), interpreter.main)))
    return report(thread);
  return go_on(thread);
}

// The program, from where its main thread stands; the exit status.
int Run::State::go_on(ThreadState& thread) {
  switch (interpreter.executor->execute(thread)) {
    case Ending::Finished:
    case Ending::Stopped: return 0;
    case Ending::Raised: return report(thread);
  }
  return 0;
}

void Run::State::look() {
  interpreter.world->attach();
  if (!finished.load()) keep(inspect(interpreter));
  interpreter.world->detach();
  is_looking.store(false);
}

void Run::State::keep(Inspection picture) {
  runtime::Guard guard(picture_guard_);
  picture_ = std::move(picture);
}

std::optional<Inspection> Run::State::take_inspection() {
  if (!picture_guard_.try_lock()) return std::nullopt;
  std::optional<Inspection> picture = std::exchange(picture_, std::nullopt);
  picture_guard_.unlock();
  return picture;
}

// What follows when the program has come to its end.
void Run::State::finish(ThreadState& thread) {
  // CPython's order: threads that are not daemons are waited for; then atexit's functions are called.
  call("operation__join", thread);
  call("operation__end", thread);
  thread.tell(EventKind::Ended, ThreadActivity::Finished, interpreter.main_thread_handle.as_object());
  if (interpreter.options.looks_at_end) keep(inspect(interpreter));
  const bool has_farewells = prepare_farewells(thread);
  // What is left, daemons, ends wherever it is.
  interpreter.executor->end_others();
  if (has_farewells) say_farewells(thread);
}

// Has the executor taken the program back to where it is to go on from?
Again Run::State::runs_again(ThreadState& thread) {
  if (stopped.load()) return Again::No;
  const int forced = interpreter.forced_status.load();
  const Again again = interpreter.executor->run_again(thread, forced >= 0 ? forced : exit_status_);
  if (again != Again::Yes) return again;
  interpreter.flags.fetch_and(~std::uint32_t{kStop});
  // Whoever stops the run says so before it sets this, so one of us sees the other.
  return stopped.load() ? Again::No : Again::Yes;
}

// The program, to its end. False: there is none, as the engine does not start.
bool Run::State::begin(ThreadState& thread) {
  if (!boot(thread)) {
    if (!stopped.load()) interpreter.output->append(Stream::Err, "threadbook: the library does not start\n");
    exit_status_ = kBrokenStatus;
    interpreter.executor->end_others();
    return false;
  }
  thread.tell(EventKind::Began, ThreadActivity::Running, interpreter.main_thread_handle.as_object());
  exit_status_ = run_program(thread);
  finish(thread);
  return true;
}

// Nothing of the program is on this thread's stack where it returns: so it can go on later.
void Run::State::main() {
  const bool begins = !scope_;
  if (begins) {
    started_at.store(runtime::monotonic_now());
    scope_.emplace(interpreter.executor->shared_registry());
  }
  interpreter.world->attach();
  if (begins) main_thread_.emplace(interpreter, interpreter.executor->registry().main_thread().get());
  bool goes_on = !begins || begin(*main_thread_);
  while (goes_on) {
    const Again again = runs_again(*main_thread_);
    if (again == Again::Later) return interpreter.world->detach();
    goes_on = again == Again::Yes;
    if (!goes_on) break;
    exit_status_ = go_on(*main_thread_);
    finish(*main_thread_);
  }
  main_thread_.reset();
  interpreter.world->detach();
  scope_.reset();
  if (int forced = interpreter.forced_status.load(); forced >= 0) exit_status_ = forced;
  status.store(stopped.load() ? kStoppedStatus : exit_status_);
  ended_at.store(runtime::monotonic_now());
  finished.store(true);
  news.wake();
}

std::unique_ptr<Run> Run::start(std::string_view source, RunOptions options) {
  auto state = std::make_shared<State>(source, std::move(options));
  state->interpreter.run = state;
  state->interpreter.output->reader = &state->news;
  state->interpreter.input->reader = &state->news;
  state->started_at.store(runtime::monotonic_now());
  runtime::Launch launch = runtime::WorkerPool::process().run([state] { state->main(); });
  if (launch.error != 0) throw runtime::RuntimeError(runtime::messages::kCannotStart);
  return std::unique_ptr<Run>(new Run(std::move(state)));
}

Run::Run(std::shared_ptr<State> state) : state_(std::move(state)) {}

Run::~Run() {
  stop();
  if (runtime::is_alone()) go_on();  // to its end: nobody else does it
  // Freeing a big heap takes longer than a frame of the page, so the last reference is let go on
  // another thread: the run's own if it is going, else one that does nothing but that.
  if (finished()) runtime::WorkerPool::process().run([state = std::move(state_)] {});
}

void Run::stop() noexcept {
  if (finished()) return;
  state_->stopped.store(true);
  state_->interpreter.flags.fetch_or(kStop);
  state_->interpreter.executor->registry().request_stop();
}

void Run::go_on() {
  if (!finished()) state_->main();
}

void Run::interrupt() noexcept {
  if (finished()) return;
  if (state_->interrupted.exchange(true)) {
    stop();
  } else {
    state_->interpreter.interrupt_main();
  }
}

bool Run::finished() const noexcept { return state_->finished.load(); }

int Run::status() const noexcept { return state_->status.load(); }

double Run::seconds() const noexcept {
  std::int64_t end = finished() ? state_->ended_at.load() : runtime::monotonic_now();
  return static_cast<double>(end - state_->started_at.load()) / 1e9;
}

CollectorStatistics Run::collector_statistics() const noexcept {
  const Heap& heap = state_->interpreter.heap;
  Heap::Pause longest = heap.longest_pause();
  return {heap.collections(), static_cast<double>(longest.nanoseconds) / 1e9, longest.live_bytes};
}

bool Run::take_output(std::vector<OutputChunk>& into) { return state_->interpreter.output->take(into); }

bool Run::wants_input() const noexcept { return !finished() && state_->interpreter.input->wants_more(); }

void Run::give_input(std::string_view bytes) { state_->interpreter.input->give(bytes); }

void Run::end_input() { state_->interpreter.input->end(); }

std::vector<ThreadSnapshot> Run::threads() const {
  if (finished()) return {};
  // Lines are as of when each thread last wrote its own down.
  Executor& executor = *state_->interpreter.executor;
  executor.lines_wanted();
  return snapshots_of(executor.registry().snapshot());
}

std::vector<ThreadSnapshot> Run::take_ended_threads(std::size_t& forgotten) {
  const runtime::EndedThreads ended = state_->interpreter.executor->registry().take_ended();
  forgotten = ended.forgotten;
  return snapshots_of(ended.threads);
}

void Run::ask_who_waits() noexcept {
  state_->interpreter.executor->registry().signal_all(runtime::kInterruptSignal, true);
}

void Run::look() {
  if (finished() || state_->is_looking.exchange(true)) return;
  const runtime::Launch launch = runtime::WorkerPool::process().run([state = state_] { state->look(); });
  if (launch.error != 0) state_->is_looking.store(false);
}

std::optional<Inspection> Run::take_inspection() { return state_->take_inspection(); }

void Run::wait_for_news(double at_most) {
  const runtime::Deadline end =
      at_most >= kForever
          ? runtime::Deadline::never()
          : runtime::Span::of(static_cast<runtime::Nanoseconds>(at_most * 1e9)).from(runtime::monotonic_now());
  runtime::Parker& parker = runtime::this_thread_parker();
  state_->reader.store(&parker);
  const Interpreter& interpreter = state_->interpreter;
  const auto nothing_new = [&] {
    return interpreter.output->is_empty() && interpreter.input->changes() == state_->seen_wishes;
  };
  while (!finished() && nothing_new() && parker.park(end)) {
  }
  state_->seen_wishes = interpreter.input->changes();
  state_->reader.store(nullptr);
}

void Run::wait() {
  runtime::Parker& parker = runtime::this_thread_parker();
  state_->reader.store(&parker);
  while (!finished()) parker.park(runtime::Deadline::never());
  state_->reader.store(nullptr);
}

}  // namespace threadbook::python
