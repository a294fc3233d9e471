// The live executor: every Python thread is a runtime::Thread, and its waits are real.
//
// It runs a thread's bytecode, and does what the VM returns for: waits with the GIL released (or,
// without a GIL, out of a collector's way), lets other threads have the GIL, collects.
#pragma once

#include "python/vm/interpreter.h"
#include "python/vm/vm.h"
#include "runtime/thread.h"

namespace threadbook::python {

// How a thread's Python code ended.
enum class Ending : std::uint8_t {
  Finished,  // thread.result has what the bottom frame returned
  Raised,    // thread.exception has what left it
  Stopped,   // from outside: nothing more of it will run
};

// Runs `thread` from where it stands to its end. Blocks. REQUIRES: the calling OS thread is attached
// to the world, and is again afterwards; it is the one `record` belongs to.
Ending execute(ThreadState& thread, runtime::ThreadRecord& record);

// Sets thread.exception to a KeyboardInterrupt. Answers Status::Raised.
Status raise_keyboard_interrupt(ThreadState& thread);

// A Python thread other than the main one.
class PythonThread final : public runtime::Thread {
 public:
  // Raises what runtime::Thread raises.
  static std::shared_ptr<PythonThread> create(Interpreter& interpreter, std::string name, std::optional<bool> daemon);
  PythonThread(Interpreter& interpreter, runtime::ThreadOptions<> options)
      : runtime::Thread(std::move(options)), interpreter_(interpreter) {}

  // start_claimed(), to call `function` without arguments. `handle` is this thread's object; it lives
  // until the thread has ended. Where it raises, the start has been abandoned. REQUIRES: claim_start().
  bool start_calling(ThreadState& starter, Value handle, Value function);

  // Its object while it runs Python; nullptr before and after.
  Object* handle() const { return handle_.load(std::memory_order_acquire); }

  void run() override;

 private:
  // Frames lie on the heap, so what threading.stack_size() asks for is remembered and not needed.
  std::size_t needed_stack() const override { return 0; }

  Interpreter& interpreter_;
  std::shared_ptr<void> keep_alive_;    // the run; set by start_calling
  std::unique_ptr<ThreadState> state_;  // made by the starter, used and destroyed by run()
  std::atomic<Object*> handle_{nullptr};
};

// A handle object for `thread`, whose threading.Thread is `object`.
Value make_thread_handle(ThreadState& thread, runtime::ThreadPtr runtime_thread, Value object);

}  // namespace threadbook::python
