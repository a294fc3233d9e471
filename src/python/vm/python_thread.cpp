#include "python/vm/python_thread.h"

#include "python/objects/handle.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "python/vm/vm.h"

namespace threadbook::python {

std::shared_ptr<PythonThread> PythonThread::create(Interpreter& interpreter, std::string name,
                                                   std::optional<bool> daemon) {
  return std::make_shared<PythonThread>(
      interpreter, runtime::ThreadOptions<>{
                       .name = std::move(name), .daemon = daemon, .registry = interpreter.executor->shared_registry()});
}

void PythonThread::start_calling(ThreadState& starter, Value handle, Value function) {
  try {
    // Made here, where the world is attached, so that the collector sees what it holds at once.
    auto state = std::make_unique<ThreadState>(interpreter_, this);
    state->thread_object = handle;
    state->target = function;
    state_ = std::move(state);
    keep_alive_ = starter.interpreter.run.lock();
    handle_.store(handle.as_object(), std::memory_order_release);
    start_claimed();
  } catch (...) {
    handle_.store(nullptr);
    state_.reset();
    keep_alive_.reset();
    abandon_start();
    throw;
  }
}

void PythonThread::run() {
  const std::shared_ptr<void> run = std::move(keep_alive_);
  interpreter_.executor->drive(*this);
}

bool PythonThread::enter() {
  const bool has_frame = start_call(*state_, state_->target, {});
  state_->tell(EventKind::Began, ThreadActivity::Running, handle());
  entered_.complete();
  return has_frame;
}

void PythonThread::leave() {
  state_->tell(EventKind::Ended, ThreadActivity::Finished, handle());
  state_->show(ThreadActivity::Finished);
  // Gone from what a collector looks at before it may run without us.
  handle_.store(nullptr, std::memory_order_release);
  state_.reset();
  keep_alive_.reset();
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
