// PythonThread: a Python thread other than the main one, what threading.Thread is a binding of.
//
// It is a thread of the runtime whose run() has the run's executor drive it. Where that executor is
// its carrier (runtime/carrier.h) and gives it no OS thread, run() is never called: the executor
// takes the same steps by itself, enter() and leave(), whenever it likes.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "python/vm/thread_state.h"
#include "runtime/completion.h"
#include "runtime/thread.h"

namespace threadbook::python {

class PythonThread final : public runtime::Thread {
 public:
  // Raises what runtime::Thread raises.
  static std::shared_ptr<PythonThread> create(Interpreter& interpreter, std::string name, std::optional<bool> daemon);
  PythonThread(Interpreter& interpreter, runtime::ThreadOptions<> options)
      : runtime::Thread(std::move(options)), interpreter_(interpreter) {}

  // start_claimed(), to call `function` without arguments. `handle` is this thread's object; it lives
  // until the thread has ended. Where it raises, the start has been abandoned. REQUIRES: claim_start().
  void start_calling(ThreadState& starter, Value handle, Value function);

  // Happens once the thread runs Python: what start() waits for, as CPython's does.
  [[nodiscard]] runtime::Completion& entered() noexcept { return entered_; }

  // Its object while it runs Python; nullptr before and after.
  Object* handle() const { return handle_.load(std::memory_order_acquire); }

  void run() override;

  // For executors, of a thread that was started: its state; its first frame, after which it counts as
  // entered, false if there was none to be had; its end, after which it has no state any more.
  // REQUIRES: attached to the world.
  ThreadState& state() noexcept { return *state_; }
  bool enter();
  void leave();

 private:
  // Frames lie on the heap, so what threading.stack_size() asks for is remembered and not needed.
  std::size_t needed_stack() const override { return 0; }

  Interpreter& interpreter_;
  runtime::Completion entered_;
  std::shared_ptr<void> keep_alive_;    // the run; set by start_calling
  std::unique_ptr<ThreadState> state_;  // made by the starter, used by whoever drives the thread
  std::atomic<Object*> handle_{nullptr};
};

// A handle object for `thread`, whose threading.Thread is `object`.
Value make_thread_handle(ThreadState& thread, runtime::ThreadPtr runtime_thread, Value object);

}  // namespace threadbook::python
