// The live executor: every Python thread is an OS thread, its waits are real, and so is its clock.
//
// It runs a thread's bytecode, and does what the VM returns for: waits with the GIL released (or,
// without a GIL, out of a collector's way), lets other threads have the GIL, collects.
#pragma once

#include "python/vm/executor.h"

namespace threadbook::python {

class LiveExecutor final : public Executor {
 public:
  explicit LiveExecutor(Interpreter& interpreter) : Executor(interpreter, {}) {}

  runtime::Nanoseconds now() noexcept override;
  runtime::Nanoseconds wall_now() noexcept override;
  // Where the system keeps no processor time, as in a browser: the time that has passed.
  runtime::Nanoseconds process_time() noexcept override;
  runtime::Nanoseconds thread_time() noexcept override;

  Ending execute(ThreadState& thread) override;
  void drive(PythonThread& thread) override;
  void end_others() override;
  // Sets a flag: whoever meets it at a safe point writes down its line and runs on.
  void lines_wanted() noexcept override;
  void entropy(std::span<std::uint8_t> bytes) override;

 private:
  void attach(ThreadState& thread);
  // Does `wait`, in which the thread waits until it may run. It has told so already if it has just been woken.
  template <class Wait>
  void wait_for_gil(ThreadState& thread, Wait wait, bool tells = true);
  bool at_safe_point(ThreadState& thread, Outcome outcome);
  bool wait(ThreadState& thread);
};

}  // namespace threadbook::python
