// A second executor, which shows that the first is no more than one of them: all threads of a run on
// one OS thread, in turn, on a clock of its own.
//
// Every safe point ends a thread's turn, and so does a wait; the next thread in the order of starts
// that can go on goes on. A turn takes a microsecond, and so does a look at the clock; where nobody can
// go on it jumps to the next deadline. So sleep(3600) is over at once, and a run with the same seed is the same run:
// serials and the seed give idents, ids, hashes and random numbers.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "python/vm/executor.h"
#include "python/vm/python_thread.h"
#include "runtime/carrier.h"

namespace threadbook::python {

class RoundRobinExecutor final : public Executor, private runtime::Carrier {
 public:
  RoundRobinExecutor(Interpreter& interpreter, std::uint64_t seed);
  ~RoundRobinExecutor() override;

  runtime::Nanoseconds now() noexcept override;
  runtime::Nanoseconds wall_now() noexcept override;
  runtime::Nanoseconds process_time() noexcept override { return now(); }
  runtime::Nanoseconds thread_time() noexcept override { return now(); }

  Ending execute(ThreadState& thread) override;
  void drive(PythonThread& thread) override;
  void end_others() override;
  void entropy(std::span<std::uint8_t> bytes) override;
  const std::uint64_t* seed() const noexcept override { return &seed_; }

 private:
  // A thread, and where it stands.
  struct Member {
    Member(runtime::ThreadPtr thread, PythonThread* started, ThreadState& state)
        : thread(std::move(thread)), started(started), state(state) {}
    const runtime::ThreadPtr thread;
    PythonThread* const started;  // nullptr: the main thread, whose end is not for the executor to see to
    ThreadState& state;
    bool entered = false;
    std::optional<WaitInterrupt> waiting;   // it waits for what its state says
    std::optional<runtime::Waiter> waiter;  // its place in the queue there
  };

  runtime::Launch launch(runtime::ThreadPtr thread, std::size_t stack_size) override;

  bool can_go_on(Member& member);
  Member* next();
  void wait_for_somebody();
  std::optional<Ending> take_turn(Member& member);
  void begin_wait(Member& member);
  void end_wait(Member& member);
  void stop_waiting(Member& member);
  void end(Member& member);

  const std::uint64_t seed_;
  std::uint64_t entropy_;
  runtime::Nanoseconds clock_;
  std::deque<std::unique_ptr<Member>> members_;  // in the order in which their turns come
};

}  // namespace threadbook::python
