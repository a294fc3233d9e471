#include "python/vm/live_executor.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <optional>
#include <random>
#include <utility>

#include "python/vm/interpreter.h"
#include "python/vm/python_thread.h"
#include "python/vm/world.h"
#include "runtime/this_thread.h"

namespace threadbook::python {

using runtime::Journey;
using runtime::Seat;

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

LiveExecutor::LiveExecutor(Interpreter& interpreter)
    : Executor(interpreter, {.carrier = this}),
      // With the GIL a second one could only wait for the first.
      carriers_(runtime::SharedCarriers::claim(interpreter.options.gil ? 1 : runtime::cpu_count(),
                                               {&interpreter.flags, kEndTurn, &interpreter.switch_interval})) {}

LiveExecutor::~LiveExecutor() { carriers_.give_back(); }

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
bool LiveExecutor::at_safe_point(ThreadState& thread, Outcome outcome, Seat* seat) {
  const std::uint32_t flags = interpreter_.flags.load(std::memory_order_acquire);
  if ((flags & kReportLine) != 0) interpreter_.flags.fetch_and(~std::uint32_t{kReportLine});
  if (!heed_flags(thread, outcome)) return false;
  if ((flags & (kDropGil | kStopTheWorld | kSwitchAlways)) != 0) {
    if (seat != nullptr) seat->end();
    wait_for_gil(thread, [&] { interpreter_.world->yield(); });
    if (seat != nullptr) seat->go_on();
  }
  if ((flags & kEndTurn) != 0 && !carriers_.is_any_turn_over()) {
    interpreter_.flags.fetch_and(~std::uint32_t{kEndTurn}, std::memory_order_relaxed);
  }
  return true;
}

bool LiveExecutor::is_turn_over(const Seat& seat) const {
  return seat.is_over() || (interpreter_.flags.load(std::memory_order_relaxed) & kSwitchAlways) != 0;
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

LiveExecutor::Pace LiveExecutor::run(ThreadState& thread, Seat* seat) {
  for (;;) {
    const Outcome outcome = resume(thread);
    thread.thread->record().set_line(current_line(thread));
    switch (outcome) {
      case Outcome::Finished: return Pace::Finished;
      case Outcome::Raised: return Pace::Raised;
      case Outcome::SafePoint:
      case Outcome::AfterCall:
        if (!at_safe_point(thread, outcome, seat)) return Pace::Stopped;
        if (seat != nullptr && is_turn_over(*seat)) return Pace::TurnOver;
        break;
      case Outcome::Wait: return Pace::Waits;
      case Outcome::Step: break;  // no watcher here says no
    }
  }
}

Ending LiveExecutor::execute(ThreadState& thread) {
  thread.show(ThreadActivity::Running);
  for (;;) {
    switch (run(thread, nullptr)) {
      case Pace::Finished: return Ending::Finished;
      case Pace::Raised: return Ending::Raised;
      case Pace::Stopped: return Ending::Stopped;
      case Pace::Waits:
        if (!wait(thread)) return Ending::Stopped;
        break;
      case Pace::TurnOver: break;  // it has a worker of its own
    }
  }
}

void LiveExecutor::drive(PythonThread& thread) {
  ThreadState& state = thread.state();
  attach(state);
  if (thread.enter()) execute(state);
  thread.leave();
  interpreter_.world->detach();
  workers_.fetch_sub(1, std::memory_order_relaxed);
}

// ---- threads that share carriers ----

// What a passenger does in its turns.
class LiveExecutor::Passage final : public Journey {
 public:
  Passage(LiveExecutor& executor, runtime::ThreadPtr thread, runtime::Passenger& passenger)
      : run_(executor.interpreter_.run.lock()),
        executor_(executor),
        thread_(std::static_pointer_cast<PythonThread>(std::move(thread))),
        passenger_(passenger) {
    thread_->state().least_chunk = 128;
  }

  Turn take_turn(Seat& seat) noexcept override {
    become(thread_.get());
    const Turn turn = go_on(seat);
    become(nullptr);
    if (turn.next == Next::Ended) end(*thread_);
    return turn;
  }

 private:
  // One wait, in as many steps as it takes.
  struct Waiting {
    Waiting(ThreadState& thread, runtime::Passenger& passenger) : waiter(passenger), interrupt(thread) {}
    runtime::Waiter waiter;
    WaitInterrupt interrupt;
    std::optional<runtime::WaitSteps> steps;
  };

  Turn go_on(Seat& seat);
  Pace run(Seat& seat, std::optional<runtime::WaitResult> waited);
  void begin_wait();
  void wait_in_line();

  const std::shared_ptr<void> run_;  // let go last
  LiveExecutor& executor_;
  const std::shared_ptr<PythonThread> thread_;
  runtime::Passenger& passenger_;
  bool has_entered_ = false;
  bool wants_gil_ = false;  // and has told so
  std::optional<Waiting> waiting_;
};

Journey::Turn LiveExecutor::Passage::go_on(Seat& seat) {
  ThreadState& state = thread_->state();
  World& world = *executor_.interpreter_.world;
  for (;;) {
    std::optional<runtime::WaitResult> waited;
    if (waiting_) {
      const runtime::Deadline deadline = state.wait.deadline;
      waited = waiting_->steps->look(!deadline.is_never() && deadline.has_passed());
      if (!waited) return {Next::Waits, deadline};
      state.tell_of_wait(EventKind::Woken, waiting_->steps->had_to_wait() ? 1 : 0);
    }
    executor_.wait_for_gil(
        state, [&] { world.attach(); }, !waited && !std::exchange(wants_gil_, false));
    ThreadShare& share = executor_.share_of(seat);
    state.trade(share);
    seat.begin();
    const Pace pace = run(seat, waited);
    seat.end();
    state.trade(share);
    const bool is_sleep = pace == Pace::Waits && state.wait.target == nullptr;
    if (pace == Pace::Waits) {
      begin_wait();
    } else if (pace == Pace::TurnOver) {
      wait_in_line();
    } else {
      thread_->leave();
    }
    world.detach();
    if (pace == Pace::TurnOver) return {Next::Ready};
    if (pace != Pace::Waits) return {Next::Ended};
    if (is_sleep && state.wait.deadline.has_passed()) return {Next::Ready};  // sleep(0) lets others go first
  }
}

LiveExecutor::Pace LiveExecutor::Passage::run(Seat& seat, std::optional<runtime::WaitResult> waited) {
  ThreadState& state = thread_->state();
  if (waited) {
    if (executor_.is_stopping()) return Pace::Stopped;
    if (!finish_wait(state, *waited)) return Pace::Waits;
    waiting_->interrupt.raise_if_it_came();
    waiting_.reset();
  } else if (!std::exchange(has_entered_, true) && !thread_->enter()) {
    return Pace::Raised;
  }
  return executor_.run(state, &seat);
}

void LiveExecutor::Passage::begin_wait() {
  ThreadState& state = thread_->state();
  state.show(state.wait.activity);
  if (!waiting_) waiting_.emplace(state, passenger_);
  runtime::Waitable& target = state.wait.target != nullptr ? *state.wait.target : runtime::never_happens();
  waiting_->steps.emplace(target, waiting_->waiter, &thread_->record().signals(), &waiting_->interrupt);
}

// Others have their turns: with the GIL it waits for that meanwhile, like any thread that had to give it up.
void LiveExecutor::Passage::wait_in_line() {
  if (!executor_.interpreter_.options.gil) return;
  ThreadState& state = thread_->state();
  state.show(ThreadActivity::WaitingForGil);
  state.tell_of_gil(EventKind::WantsGil);
  wants_gil_ = true;
}

runtime::Launch LiveExecutor::launch(runtime::ThreadPtr thread, std::size_t stack_size) {
  if (take_worker()) {
    const runtime::Launch launch = Carrier::workers().launch(thread, stack_size);
    if (launch.error == 0) return launch;
    workers_.fetch_sub(1, std::memory_order_relaxed);
  }
  runtime::Passenger* const passenger = carriers_.admit();
  if (passenger == nullptr) return {.error = EAGAIN};
  auto passage = std::make_unique<Passage>(*this, thread, *passenger);
  begin(*thread, passenger->native_id(), passenger);
  carriers_.board(*passenger, std::move(passage));
  return {.native_id = passenger->native_id(), .idle = true};
}

bool LiveExecutor::take_worker() noexcept {
  const std::size_t most = std::min(interpreter_.options.most_workers, runtime::enough_os_threads());
  if (workers_.fetch_add(1, std::memory_order_relaxed) < most) return true;
  workers_.fetch_sub(1, std::memory_order_relaxed);
  return false;
}

ThreadShare& LiveExecutor::share_of(const Seat& seat) {
  std::unique_ptr<ThreadShare>& share = shares_[seat.number()];
  if (share == nullptr) share = std::make_unique<ThreadShare>(interpreter_.heap);
  return *share;
}

// ---- the end ----

void LiveExecutor::end_others() {
  interpreter_.world->detach();
  interpreter_.flags.fetch_or(kStop);
  registry().stop_all_threads();
  interpreter_.world->attach();
}

}  // namespace threadbook::python
