// The live executor: waits are real, and so is the clock. A Python thread is an OS thread, as long as there are some to
// be had.
//
// It runs a thread's bytecode, and does what the VM returns for: waits with the GIL released (or,
// without a GIL, out of a collector's way), lets other threads have the GIL, collects.
//
// Threads for which there is no worker are passengers (runtime/shared_carriers.h): with the GIL of one carrier, without
// it of as many as there are processors. What such a thread does in its turns is its Passage: attach, go on with what
// the carrier keeps for its passengers (ThreadShare), detach. A passenger that waits is detached, and holds neither
// cells of the heap nor found methods, so that ten thousand of them weigh what their frames and objects do: some 3 KB
// each. time.thread_time() is that of the carrier.
#pragma once

#include <array>
#include <atomic>
#include <memory>

#include "python/vm/executor.h"
#include "runtime/carrier.h"
#include "runtime/shared_carriers.h"

namespace threadbook::python {

class LiveExecutor final : public Executor, private runtime::Carrier {
 public:
  explicit LiveExecutor(Interpreter& interpreter);
  ~LiveExecutor() override;

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
  class Passage;

  // What stopped a thread.
  enum class Pace : std::uint8_t {
    Finished,  // it has ended, as Ending says
    Raised,
    Stopped,
    Waits,     // for what its state says
    TurnOver,  // a passenger's
  };

  runtime::Launch launch(runtime::ThreadPtr thread, std::size_t stack_size) override;
  bool take_worker() noexcept;
  ThreadShare& share_of(const runtime::Seat& seat);

  // `seat`: of its carrier, if it shares one.
  Pace run(ThreadState& thread, runtime::Seat* seat);
  void attach(ThreadState& thread);
  // Does `wait`, in which the thread waits until it may run. It has told so already if it has just been woken.
  template <class Wait>
  void wait_for_gil(ThreadState& thread, Wait wait, bool tells = true);
  bool at_safe_point(ThreadState& thread, Outcome outcome, runtime::Seat* seat);
  bool is_turn_over(const runtime::Seat& seat) const;
  bool wait(ThreadState& thread);

  std::atomic<std::size_t> workers_{0};  // threads that have one, but for the main one
  runtime::SharedCarriers& carriers_;
  std::array<std::unique_ptr<ThreadShare>, runtime::SharedCarriers::kMostCarriers> shares_;  // each its carrier's
};

}  // namespace threadbook::python
