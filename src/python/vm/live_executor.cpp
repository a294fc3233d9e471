#include "python/vm/live_executor.h"

#include <ctime>
#include <random>

#include "python/vm/interpreter.h"
#include "python/vm/python_thread.h"
#include "python/vm/world.h"
#include "runtime/this_thread.h"

namespace threadbook::python {

namespace {

runtime::Nanoseconds processor_time(clockid_t clock) {
  timespec time{};
  if (clock_gettime(clock, &time) != 0) return runtime::monotonic_now();
  return static_cast<runtime::Nanoseconds>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

std::unique_ptr<Executor> usual_executor(Interpreter& interpreter) {
  return std::make_unique<LiveExecutor>(interpreter);
}

runtime::Nanoseconds LiveExecutor::now() noexcept { return runtime::monotonic_now(); }
runtime::Nanoseconds LiveExecutor::wall_now() noexcept { return runtime::wall_now(); }
runtime::Nanoseconds LiveExecutor::process_time() noexcept { return processor_time(CLOCK_PROCESS_CPUTIME_ID); }
runtime::Nanoseconds LiveExecutor::thread_time() noexcept { return processor_time(CLOCK_THREAD_CPUTIME_ID); }

void LiveExecutor::lines_wanted() noexcept { interpreter_.flags.fetch_or(kReportLine, std::memory_order_relaxed); }

void LiveExecutor::entropy(std::span<std::uint8_t> bytes) {
  std::random_device source;
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(source());
}

void LiveExecutor::attach(ThreadState& thread) {
  wait_for_gil(thread, [&] { interpreter_.world->attach(); });
}

template <class Wait>
void LiveExecutor::wait_for_gil(ThreadState& thread, Wait wait, bool tells) {
  thread.show(ThreadActivity::WaitingForGil);
  if (interpreter_.options.gil && tells) thread.tell_of_gil(EventKind::WantsGil);
  wait();
  if (interpreter_.options.gil) thread.tell_of_gil(EventKind::HasGil);
  thread.show(ThreadActivity::Running);
}

// What the flags ask for. False: the thread is to end.
bool LiveExecutor::at_safe_point(ThreadState& thread, Outcome outcome) {
  const std::uint32_t flags = interpreter_.flags.load(std::memory_order_acquire);
  if ((flags & kReportLine) != 0) interpreter_.flags.fetch_and(~std::uint32_t{kReportLine});
  if (!heed_flags(thread, outcome)) return false;
  if ((flags & (kDropGil | kStopTheWorld | kSwitchAlways)) != 0) {
    wait_for_gil(thread, [&] { interpreter_.world->yield(); });
  }
  return true;
}

// Waits for what the VM asks for, in as many steps as it takes. False: the thread is to end.
bool LiveExecutor::wait(ThreadState& thread) {
  WaitInterrupt interrupt(thread);
  for (;;) {
    thread.show(thread.wait.activity);
    interpreter_.world->detach();
    bool had_to_wait = true;
    const runtime::WaitResult result =
        thread.wait.target != nullptr
            ? runtime::wait(*thread.wait.target, thread.wait.deadline, &interrupt, &had_to_wait)
            : runtime::sleep_until(thread.wait.deadline, &interrupt);
    thread.tell_of_wait(EventKind::Woken, had_to_wait ? 1 : 0);
    wait_for_gil(
        thread, [&] { interpreter_.world->attach(); }, false);
    if (is_stopping()) return false;
    if (finish_wait(thread, result)) break;
  }
  interrupt.raise_if_it_came();
  return true;
}

Ending LiveExecutor::execute(ThreadState& thread) {
  thread.show(ThreadActivity::Running);
  for (;;) {
    const Outcome outcome = resume(thread);
    thread.thread->record().set_line(current_line(thread));
    switch (outcome) {
      case Outcome::Finished: return Ending::Finished;
      case Outcome::Raised: return Ending::Raised;
      case Outcome::SafePoint:
      case Outcome::AfterCall:
        if (!at_safe_point(thread, outcome)) return Ending::Stopped;
        break;
      case Outcome::Wait:
        if (!wait(thread)) return Ending::Stopped;
        break;
      case Outcome::Step: break;  // no watcher here says no
    }
  }
}

void LiveExecutor::drive(PythonThread& thread) {
  ThreadState& state = thread.state();
  attach(state);
  if (thread.enter()) execute(state);
  thread.leave();
  interpreter_.world->detach();
}

void LiveExecutor::end_others() {
  interpreter_.world->detach();
  interpreter_.flags.fetch_or(kStop);
  registry().stop_all_threads();
  interpreter_.world->attach();
}

}  // namespace threadbook::python
