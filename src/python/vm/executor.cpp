#include "python/vm/executor.h"

#include "python/objects/handle.h"
#include "python/vm/calls.h"
#include "python/vm/instructions.h"
#include "python/vm/world.h"
#include "runtime/registry.h"
#include "runtime/this_thread.h"

namespace threadbook::python {

namespace {

void set_activity(runtime::ThreadRecord& record, ThreadActivity activity) {
  record.set_activity(static_cast<std::uint8_t>(activity));
}

void attach(Interpreter& interpreter, runtime::ThreadRecord& record) {
  set_activity(record, ThreadActivity::WaitingForGil);
  interpreter.world->attach();
  set_activity(record, ThreadActivity::Running);
}

// The callbacks of weak references whose referents the collection found dead run as if the thread
// called them here, except where it is about to reach the recursion limit: then a later one does.
void call_weak_callbacks(ThreadState& thread) {
  constexpr std::uint32_t kFrames = 50;
  if (thread.depth + kFrames > thread.interpreter.recursion_limit.load() || !thread.exception.is_unbound()) return;
  Value ignored;
  call_library(thread, "operation__weak_callbacks", {}, {ReturnAction::Discard, 0, {}}, ignored);
}

// Is the thread, the main one, asked to raise KeyboardInterrupt? It is not asked again. The flag decides;
// the runtime's signal, which every thread gets, only has it looked at.
bool take_interrupt(ThreadState& thread) {
  Interpreter& interpreter = thread.interpreter;
  if ((interpreter.flags.load() & kInterrupt) == 0) return false;
  if (thread.thread_object != interpreter.main_thread_handle || interpreter.main == nullptr) return false;
  return (interpreter.flags.fetch_and(~std::uint32_t{kInterrupt}) & kInterrupt) != 0;
}

// What a waiting thread asks when the signal came, and remembers: the wait may succeed after all.
class WaitInterrupt final : public runtime::InterruptFilter {
 public:
  explicit WaitInterrupt(ThreadState& thread) : thread_(thread) {}
  bool is_meant() noexcept override {
    const bool meant = take_interrupt(thread_);
    came_ |= meant;
    return meant;
  }
  // Has one come, here or since?
  bool came() { return came_ || take_interrupt(thread_); }

 private:
  ThreadState& thread_;
  bool came_ = false;
};

void raise_interrupt(ThreadState& thread) {
  try {
    raise_keyboard_interrupt(thread);
  } catch (const HeapExhausted&) {
    raise_memory_error(thread);
  }
}

// What the flags ask for. False: the thread is to end.
bool at_safe_point(ThreadState& thread, runtime::ThreadRecord& record) {
  Interpreter& interpreter = thread.interpreter;
  std::uint32_t flags = interpreter.flags.load(std::memory_order_acquire);
  if ((flags & kStop) != 0) return false;
  if ((flags & kInterrupt) != 0 && take_interrupt(thread)) {
    // In the place of the instruction that would have been next: a loop's first one is inside the `try`
    // around the loop, the one before it is not.
    ++thread.frame->pc;
    raise_interrupt(thread);
  }
  if ((flags & kReportLine) != 0) interpreter.flags.fetch_and(~std::uint32_t{kReportLine});
  if ((flags & kCollect) != 0) {
    std::int64_t begin = runtime::monotonic_now();
    bool collected = interpreter.world->stop_and([&] {
      interpreter.flags.fetch_and(~std::uint32_t{kCollect});
      interpreter.collect_garbage();
      interpreter.heap.add_pause(runtime::monotonic_now() - begin);
    });
    if (collected && interpreter.heap.over_limit()) raise_memory_error(thread);
    if (collected && interpreter.heap.has_fired()) call_weak_callbacks(thread);
  }
  if ((flags & (kDropGil | kStopTheWorld | kSwitchAlways)) != 0) {
    set_activity(record, ThreadActivity::WaitingForGil);
    interpreter.world->yield();
    set_activity(record, ThreadActivity::Running);
  }
  return true;
}

// Waits for what the VM asks for, in as many steps as it takes. False: the thread is to end.
bool wait(ThreadState& thread, runtime::ThreadRecord& record) {
  Interpreter& interpreter = thread.interpreter;
  WaitInterrupt interrupt(thread);
  for (;;) {
    record.set_activity(thread.wait.activity);
    interpreter.world->detach();
    runtime::WaitResult result = thread.wait.target != nullptr
                                     ? runtime::wait(*thread.wait.target, thread.wait.deadline, &interrupt)
                                     : runtime::sleep_until(thread.wait.deadline, &interrupt);
    attach(interpreter, record);
    if ((interpreter.flags.load(std::memory_order_acquire) & kStop) != 0) return false;
    if (finish_wait(thread, result)) break;
  }
  if (interrupt.came()) raise_interrupt(thread);
  return true;
}

}  // namespace

Status raise_keyboard_interrupt(ThreadState& thread) {
  Class* cls = thread.interpreter.cls(ExceptionType::KeyboardInterrupt);
  thread.exception = Value::object(make_exception(thread, cls, thread.interpreter.empty_tuple));
  return Status::Raised;
}

Ending execute(ThreadState& thread, runtime::ThreadRecord& record) {
  set_activity(record, ThreadActivity::Running);
  for (;;) {
    Outcome outcome = resume(thread);
    record.set_line(current_line(thread));
    switch (outcome) {
      case Outcome::Finished: return Ending::Finished;
      case Outcome::Raised: return Ending::Raised;
      case Outcome::SafePoint:
        if (!at_safe_point(thread, record)) return Ending::Stopped;
        break;
      case Outcome::Wait:
        if (!wait(thread, record)) return Ending::Stopped;
        break;
    }
  }
}

std::shared_ptr<PythonThread> PythonThread::create(Interpreter& interpreter, std::string name,
                                                   std::optional<bool> daemon) {
  return std::make_shared<PythonThread>(
      interpreter,
      runtime::ThreadOptions<>{.name = std::move(name), .daemon = daemon, .registry = interpreter.registry});
}

bool PythonThread::start_calling(ThreadState& starter, Value handle, Value function) {
  try {
    // Made here, where the world is attached, so that the collector sees what it holds at once.
    auto state = std::make_unique<ThreadState>(interpreter_);
    state->thread_object = handle;
    state->target = function;
    state_ = std::move(state);
    keep_alive_ = starter.interpreter.run.lock();
    handle_.store(handle.as_object(), std::memory_order_release);
    return start_claimed();
  } catch (...) {
    handle_.store(nullptr);
    state_.reset();
    keep_alive_.reset();
    abandon_start();
    throw;
  }
}

void PythonThread::run() {
  std::shared_ptr<void> run = std::move(keep_alive_);
  runtime::ThreadRecord& own = record();
  attach(interpreter_, own);
  if (start_call(*state_, state_->target, {})) execute(*state_, own);
  // Gone from what a collector looks at before it may run without us.
  set_activity(own, ThreadActivity::Finished);
  handle_.store(nullptr, std::memory_order_release);
  state_.reset();
  interpreter_.world->detach();
}

Value make_thread_handle(ThreadState& thread, runtime::ThreadPtr runtime_thread, Value object) {
  auto* handle = thread.heap.make<ThreadHandle>(Kind::Handle, thread.interpreter.shape(BuiltinClass::ThreadHandle), 0);
  handle->flags = static_cast<std::uint8_t>(HandleKind::Thread);
  handle->thread = new runtime::ThreadPtr(std::move(runtime_thread));
  handle->object.initialize(object);
  thread.interpreter.heap.add_finalizer(handle, [](Object* dead) { delete static_cast<ThreadHandle*>(dead)->thread; });
  return Value::object(handle);
}

}  // namespace threadbook::python
