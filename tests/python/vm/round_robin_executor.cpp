#include "python/vm/round_robin_executor.h"

#include <algorithm>
#include <cassert>

#include "python/vm/interpreter.h"
#include "python/vm/world.h"
#include "runtime/parker.h"

namespace threadbook::python {

namespace {

constexpr runtime::Nanoseconds kSecond = 1'000'000'000;
constexpr runtime::Nanoseconds kStart = 1000 * kSecond;
constexpr runtime::Nanoseconds kWallStart = 1'700'000'000 * kSecond;
constexpr runtime::Nanoseconds kMoment = 1000;  // a turn, a look at the clock

}  // namespace

RoundRobinExecutor::RoundRobinExecutor(Interpreter& interpreter, std::uint64_t seed)
    : Executor(interpreter, {.carrier = this, .idents = runtime::Idents::Serials}),
      seed_(seed),
      entropy_(seed),
      clock_(kStart) {
  interpreter.flags.fetch_or(kSwitchAlways);  // every safe point comes to us
}

RoundRobinExecutor::~RoundRobinExecutor() = default;

runtime::Nanoseconds RoundRobinExecutor::now() noexcept { return clock_ += kMoment; }
runtime::Nanoseconds RoundRobinExecutor::wall_now() noexcept { return kWallStart - kStart + now(); }

// SplitMix64 (Steele, Lea, Flood 2014).
void RoundRobinExecutor::entropy(std::span<std::uint8_t> bytes) {
  std::uint64_t mixed = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) {
      mixed = entropy_ += 0x9E37'79B9'7F4A'7C15u;
      mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBu;
      mixed ^= mixed >> 31;
    }
    bytes[i] = static_cast<std::uint8_t>(mixed >> (i % 8 * 8));
  }
}

void RoundRobinExecutor::drive(PythonThread&) { assert(false && "no thread has an OS thread here"); }

runtime::Launch RoundRobinExecutor::launch(runtime::ThreadPtr thread, std::size_t) {
  auto& started = static_cast<PythonThread&>(*thread);
  begin(*thread, thread->serial());
  members_.push_back(std::make_unique<Member>(std::move(thread), &started, started.state()));
  return {.error = 0, .native_id = started.serial(), .idle = true};
}

Ending RoundRobinExecutor::execute(ThreadState& thread) {
  if (members_.empty()) {
    members_.push_back(std::make_unique<Member>(registry().main_thread(), nullptr, thread));
  }
  for (;;) {
    if (is_stopping()) return Ending::Stopped;
    Member* member = next();
    if (member == nullptr) {
      wait_for_somebody();
      continue;
    }
    become(member->thread.get());
    const std::optional<Ending> ending = take_turn(*member);
    become(registry().main_thread().get());
    if (!ending) continue;
    if (&member->state == &thread) return *ending;
    end(*member);
  }
}

bool RoundRobinExecutor::can_go_on(Member& member) {
  if (!member.waiting || (member.waiter && member.waiter->is_notified())) return true;
  const runtime::Deadline deadline = member.state.wait.deadline;
  return (!deadline.is_never() && deadline.time() <= clock_) || member.waiting->is_meant();
}

// The next whose turn it is, and puts it last. nullptr: nobody can go on.
RoundRobinExecutor::Member* RoundRobinExecutor::next() {
  const auto found = std::find_if(members_.begin(), members_.end(), [&](const auto& each) { return can_go_on(*each); });
  if (found == members_.end()) return nullptr;
  std::rotate(members_.begin(), found + 1, members_.end());
  return members_.back().get();
}

// Nobody can go on: lets the time pass until somebody can or, where all wait for each other or for what is
// outside, really waits.
void RoundRobinExecutor::wait_for_somebody() {
  auto earliest = runtime::Deadline::never();
  bool outside = false;
  for (const auto& member : members_) {
    const ThreadActivity what = member->state.wait.activity;
    outside |= what == ThreadActivity::WaitingForOutput || what == ThreadActivity::WaitingForInput;
    earliest = std::min(earliest, member->state.wait.deadline);
  }
  if (!outside && !earliest.is_never()) {
    clock_ = std::max(clock_, earliest.time());
    return;
  }
  interpreter_.world->detach();
  runtime::this_thread_parker().park(runtime::Deadline::never());
  interpreter_.world->attach();
}

// Lets it go on to its next safe point, wait or end. Its end, if that was it.
std::optional<Ending> RoundRobinExecutor::take_turn(Member& member) {
  ThreadState& state = member.state;
  clock_ += kMoment;
  if (member.waiting) {
    end_wait(member);
    return std::nullopt;
  }
  if (!member.entered && member.started != nullptr && !member.started->enter()) return Ending::Raised;
  member.entered = true;
  state.show(ThreadActivity::Running);
  const Outcome outcome = resume(state);
  state.thread->record().set_line(current_line(state));
  switch (outcome) {
    case Outcome::Finished: return Ending::Finished;
    case Outcome::Raised: return Ending::Raised;
    case Outcome::SafePoint:
    case Outcome::AfterCall:
      if (!heed_flags(state, outcome)) return Ending::Stopped;
      break;
    case Outcome::Wait: begin_wait(member); break;
  }
  return std::nullopt;
}

void RoundRobinExecutor::begin_wait(Member& member) {
  member.waiting.emplace(member.state);
  member.state.show(member.state.wait.activity);
  runtime::Waitable* target = member.state.wait.target;
  if (target == nullptr) return;
  member.waiter.emplace(runtime::this_thread_parker());
  if (!target->try_or_enqueue(*member.waiter)) return;
  member.waiter.reset();
  if (finish_wait(member.state, runtime::WaitResult::Acquired)) {
    member.waiting.reset();
  } else {
    begin_wait(member);
  }
}

// It was notified, its time is over, or an interrupt was meant for it.
void RoundRobinExecutor::end_wait(Member& member) {
  runtime::Waitable* target = member.state.wait.target;
  runtime::WaitResult result = runtime::WaitResult::TimedOut;
  if (member.waiter && member.waiter->is_notified()) {
    if (!target->try_or_enqueue(*member.waiter)) return;
    result = runtime::WaitResult::Acquired;
  } else {
    const runtime::Deadline deadline = member.state.wait.deadline;
    if (deadline.is_never() || deadline.time() > clock_) result = runtime::WaitResult::Cancelled;
    if (member.waiter && !target->withdraw(*member.waiter)) result = runtime::WaitResult::Acquired;
  }
  member.waiter.reset();
  if (!finish_wait(member.state, result)) {
    WaitInterrupt interrupt = *member.waiting;  // what came during a step is raised after the last one
    begin_wait(member);
    if (member.waiting) {
      member.waiting.emplace(interrupt);
    } else {
      interrupt.raise_if_it_came();
    }
    return;
  }
  member.waiting->raise_if_it_came();
  member.waiting.reset();
}

// Out of the queue it stands in, if it does.
void RoundRobinExecutor::stop_waiting(Member& member) {
  if (member.waiter) (void)member.state.wait.target->withdraw(*member.waiter);
  member.waiter.reset();
}

// Its end, wherever it stands.
void RoundRobinExecutor::end(Member& member) {
  const runtime::ThreadPtr thread = member.thread;
  become(thread.get());
  stop_waiting(member);
  member.started->leave();
  Carrier::end(*thread);
  std::erase_if(members_, [&](const auto& each) { return each.get() == &member; });
  become(registry().main_thread().get());
}

void RoundRobinExecutor::end_others() {
  interpreter_.flags.fetch_or(kStop);
  registry().request_stop();
  while (members_.size() > 1) {
    Member& first = *members_.front();
    if (first.started == nullptr) {
      std::rotate(members_.begin(), members_.begin() + 1, members_.end());
    } else {
      end(first);
    }
  }
  for (const auto& member : members_) stop_waiting(*member);  // the main thread, whose own end is near
  members_.clear();
}

}  // namespace threadbook::python
