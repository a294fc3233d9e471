#include "explore/executor/deterministic_executor.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "explore/executor/primitives.h"
#include "python/objects/exception.h"
#include "python/objects/object_numbers.h"
#include "python/vm/interpreter.h"
#include "python/vm/output.h"
#include "python/vm/world.h"
#include "runtime/parker.h"

namespace threadbook::explore {

using python::Access;
using python::Again;
using python::Ending;
using python::Manner;
using python::Outcome;
using python::ThreadActivity;
using python::ThreadState;
using python::Touch;

namespace {

constexpr runtime::Nanoseconds kSecond = 1'000'000'000;
constexpr runtime::Nanoseconds kStart = 1000 * kSecond;
constexpr runtime::Nanoseconds kWallStart = 1'700'000'000 * kSecond;
constexpr runtime::Nanoseconds kMoment = 1000;  // a safe point, a look at the clock

// Where steps are finer than safe points, of these only the last of so many comes to us.
constexpr std::uint32_t kSafePoints = 1024;

constexpr std::uint64_t kPrime = 0x9E37'79B9'7F4A'7C15u;

bool is_system_exit(const ThreadState& thread) {
  const python::Value exception = thread.exception;
  if (!python::is_kind(exception, python::Kind::Exception)) return false;
  const python::Realm& realm = thread.realm;
  const python::Class* cls = realm.shapes.get(exception.as_object()->shape.load(std::memory_order_relaxed))->cls;
  return cls->derives_from(realm.cls(python::ExceptionType::SystemExit));
}

}  // namespace

DeterministicExecutor::DeterministicExecutor(python::Interpreter& interpreter, std::shared_ptr<Scheduler> scheduler,
                                             const DeterministicOptions& options)
    : Executor(interpreter, {.carrier = this, .idents = runtime::Idents::Serials}),
      scheduler_(std::move(scheduler)),
      options_(options),
      watches_(options.granularity != Granularity::SafePoints),
      entropy_(options.seed),
      clock_(kStart) {
  if (is_fine()) interpreter.flags.fetch_or(python::kSwitchAlways);
  wants_start = watches_;
}

DeterministicExecutor::~DeterministicExecutor() = default;

runtime::Nanoseconds DeterministicExecutor::now() noexcept {
  if (options_.keeps_durations || current_ == nullptr) return clock_ += is_fine() ? 0 : kMoment;
  return current_->clock += kMoment;
}
runtime::Nanoseconds DeterministicExecutor::wall_now() noexcept { return kWallStart - kStart + now(); }

// SplitMix64 (Steele, Lea, Flood 2014).
void DeterministicExecutor::entropy(std::span<std::uint8_t> bytes) {
  std::uint64_t mixed = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) {
      mixed = entropy_ += kPrime;
      mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBu;
      mixed ^= mixed >> 31;
    }
    bytes[i] = static_cast<std::uint8_t>(mixed >> (i % 8 * 8));
  }
}

void DeterministicExecutor::drive(python::PythonThread&) { assert(false && "no thread has an OS thread here"); }

runtime::Launch DeterministicExecutor::launch(runtime::ThreadPtr thread, std::size_t) {
  auto& started = static_cast<python::PythonThread&>(*thread);
  begin(*thread, thread->serial());
  Member& parent = *current_;
  const std::uint32_t before = parent.children++;
  const ThreadNumber number = options_.names != nullptr ? options_.names->child(parent.number, before)
                                                        : static_cast<ThreadNumber>(started.serial());
  if (watches_ && !is_on) {
    // From here on there are two.
    is_on = true;
    interpreter_.linker.set_watched(true);
  }
  if (is_fine()) started.state().heap.set_maker(number);
  add_member(std::move(thread), &started, started.state(), number).clock = parent.clock;
  scheduler_->started(parent.number, number);
  record({interpreter_.main_thread_handle.as_object(), python::kWhoLives, Manner::Adds}, false);
  has_daemons_ |= members_.back()->thread->daemon();
  return {.error = 0, .native_id = started.serial(), .idle = true};
}

DeterministicExecutor::Member& DeterministicExecutor::add_member(runtime::ThreadPtr thread,
                                                                 python::PythonThread* started, ThreadState& state,
                                                                 ThreadNumber number) {
  members_.push_back(std::make_unique<Member>(std::move(thread), started, state, number));
  if (is_fine()) state.safe_points_ahead = kSafePoints - 1;
  forget_boring();  // it may have the address of one that has ended
  // One who is alone has nobody to make room for.
  if (members_.size() > 1) interpreter_.flags.fetch_or(python::kSwitchAlways);
  return *members_.back();
}

void DeterministicExecutor::remember(Member& main) {
  wants_start = false;
  if (!options_.may_run_again) return;
  Moment& moment = moment_.emplace();
  moment.snapshot = std::make_unique<python::Snapshot>(main.state);
  moment.entropy = entropy_;
  moment.clock = clock_;
  moment.clock_of_main = main.clock;
  moment.position = main.position;
  scheduler_->set_out(moment.snapshot->fingerprint());
  take_output(moment.out, moment.err);
}

void DeterministicExecutor::take_output(std::string& out, std::string& err) {
  std::vector<python::OutputChunk> chunks;
  while (interpreter_.output->take(chunks)) {
  }
  for (const python::OutputChunk& chunk : chunks) (chunk.stream == python::Stream::Out ? out : err) += chunk.text;
}

Again DeterministicExecutor::run_again(ThreadState&, int status) {
  if (!options_.may_run_again) return Again::No;
  std::string out, err;
  if (moment_) out = moment_->out, err = moment_->err;
  take_output(out, err);
  const bool again = scheduler_->again(status, std::move(out), std::move(err));
  if (scheduler_->decides_later()) return Again::Later;
  if (!again || !moment_) return Again::No;
  moment_->snapshot->restore();
  entropy_ = moment_->entropy;
  clock_ = moment_->clock;
  steps_ = moments_ = 0;
  cut_.reset();
  has_raised_ = has_ended_ = has_daemons_ = time_has_passed_ = false;
  step_ = {};
  manner_of_touching_ = {};
  begins_again_ = true;
  forget_boring();
  contended_ = {};
  return Again::Yes;
}

// The main thread is about to start the first one, once more.
void DeterministicExecutor::begin_again(Member& main) {
  begins_again_ = false;
  main.entered = true;
  main.clock = moment_->clock_of_main;
  main.position = moment_->position;
  main.stand = Stand::Waiting;
  main.interrupt.emplace(main.state);
  end_wait(main);
}

// Whose doings are put to us.
void DeterministicExecutor::let_walk(Member& member) {
  current_ = &member;
  walk = &member;
}

// ---- choosing ----------------------------------------------------------------------------------------

Ending DeterministicExecutor::execute(ThreadState& thread) {
  constexpr std::size_t kLookEvery = 64;
  if (members_.empty()) {
    add_member(registry().main_thread(), nullptr, thread, 0).clock = kStart;
  }
  Member& main = *members_.front();
  main.stand = Stand::Running;
  if (is_fine()) {
    become(main.thread.get());
    let_walk(main);
    if (begins_again_) begin_again(main);
    if (main.stand == Stand::Running) go_on(main);
  }
  for (;;) {
    if (is_stopping()) return Ending::Stopped;
    if (cut_) return give_up(*cut_);
    if (main.stand == Stand::AtEnd) {
      has_raised_ |= main.ending == Ending::Raised && !is_system_exit(thread);
      return main.ending;
    }
    Member* member = choose();
    if (member == nullptr) {
      if (is_stopping()) return Ending::Stopped;
      if (has_ended_) return give_up(End::Stopped);
      if (let_time_pass()) continue;
      const bool is_any_spinning =
          std::any_of(members_.begin(), members_.end(), [](const auto& each) { return each->is_spinning; });
      return give_up(is_any_spinning ? End::Livelock : End::Deadlock);
    }
    ++steps_;
    if (options_.most_steps != 0 && steps_ > options_.most_steps) return give_up(End::Limit);
    if (steps_ % kLookEvery == 0 && is_time_over()) return give_up(End::Stopped);
    take_turn(*member);
  }
}

bool DeterministicExecutor::is_over(const Member& member) const {
  const runtime::Deadline deadline = member.state.wait.deadline;
  return !deadline.is_never() && (!options_.keeps_durations || deadline.time() <= clock_);
}

bool DeterministicExecutor::can_go_on(Member& member) {
  if (member.is_spinning) return member.started == nullptr && (interpreter_.flags.load() & python::kInterrupt) != 0;
  if (member.stand != Stand::Waiting) return true;
  const python::WaitRequest& wait = member.state.wait;
  if (wait.operation != Touch::None) return true;
  if (waits_for_all(wait)) return !is_any_left() || member.interrupt->is_meant();
  if (member.waiter) return member.waiter->is_notified() || member.interrupt->is_meant();
  if (wait.target != nullptr && wait.target->is_ready()) return true;
  return is_over(member) || member.interrupt->is_meant();
}

DeterministicExecutor::Member* DeterministicExecutor::choose() {
  ready_.clear();
  ready_members_.clear();
  for (const auto& member : members_) {
    if (!can_go_on(*member)) continue;
    ready_.push_back({member->number, member->position});
    ready_members_.push_back(member.get());
  }
  if (ready_.empty()) return nullptr;
  if (std::any_of(ready_members_.begin(), ready_members_.end(), [](const Member* each) { return each->steps_back; })) {
    leave_to_others();
  }
  const std::size_t chosen = scheduler_->next(ready_);
  if (chosen != Scheduler::kNobody) return ready_members_[chosen];
  has_ended_ = true;
  return nullptr;
}

// Those who step back can go on when nobody else can.
void DeterministicExecutor::leave_to_others() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ready_.size(); ++i) {
    if (ready_members_[i]->steps_back) continue;
    ready_[kept] = ready_[i];
    ready_members_[kept++] = ready_members_[i];
  }
  if (kept == 0) return;
  ready_.resize(kept);
  ready_members_.resize(kept);
}

// What is contended is learnt from others: before it is known, nobody goes on for ever.
bool DeterministicExecutor::has_been_alone(Member& member) const {
  constexpr std::uint32_t kLong = 1 << 17;
  if (options_.contention == nullptr || options_.contention->is_settled()) return false;
  member.steps_back = (member.alone += kSafePoints) == kLong;
  return member.steps_back;
}

// Lets the time pass until somebody can go on or, where all wait for each other or for what is outside, really waits.
bool DeterministicExecutor::let_time_pass() {
  auto earliest = runtime::Deadline::never();
  bool outside = false;
  for (const auto& member : members_) {
    outside |= member->waiter.has_value();
    if (member->stand == Stand::Waiting) earliest = std::min(earliest, member->state.wait.deadline);
  }
  if (!outside && !earliest.is_never()) {
    clock_ = std::max(clock_, earliest.time());
    time_has_passed_ = true;
    return true;
  }
  if (!outside && options_.ends_deadlocks) return false;
  interpreter_.world->detach();
  runtime::this_thread_parker().park(runtime::Deadline::never());
  interpreter_.world->attach();
  return true;
}

void DeterministicExecutor::tell_end(End end) {
  if (!is_fine()) return;
  std::vector<Step> pending;
  for (const auto& member : members_) {
    if (member->started == nullptr && member->stand == Stand::AtEnd) continue;
    pending.push_back(pending_step(*member));
  }
  scheduler_->ended(end, pending);
}

// Has it gone on for as long as it may? Then nobody asks for more of it.
bool DeterministicExecutor::is_too_long() {
  constexpr std::size_t kEnoughToBeginAnew = 1 << 20;
  moments_ += kSafePoints;
  if (options_.most_moments != 0 && moments_ > options_.most_moments) cut_ = End::Limit;
  if (moments_ > kEnoughToBeginAnew && options_.contention != nullptr && options_.contention->has_learnt()) {
    cut_ = End::Stopped;
  }
  if (is_time_over()) cut_ = End::Stopped;
  return cut_.has_value();
}

bool DeterministicExecutor::is_time_over() const {
  return (options_.stops != nullptr && options_.stops->load(std::memory_order_relaxed)) ||
         (options_.end != 0 && runtime::monotonic_now() >= options_.end);
}

// The execution goes on no further: its threads end where they are.
Ending DeterministicExecutor::give_up(End end) {
  tell_end(end);
  has_ended_ = true;
  interpreter_.flags.fetch_or(python::kStop);
  registry().request_stop();
  return Ending::Stopped;
}

// ---- going on ----------------------------------------------------------------------------------------

void DeterministicExecutor::take_turn(Member& member) {
  let_walk(member);
  become(member.thread.get());
  if (!is_fine()) {
    const std::uint32_t length = scheduler_->length_of_turn();
    member.state.safe_points_ahead = length - 1;
    if (member.stand == Stand::Waiting) {
      end_wait(member);
    } else {
      go_on(member);
    }
    clock_ += kMoment * (length - member.state.safe_points_ahead);
    if (member.stand == Stand::AtEnd && member.started != nullptr) end(member);
  } else {
    member.alone = 0;
    member.steps_back = false;
    step_ = pending_step(member);
    const bool follows_all = time_has_passed_ && member.stand == Stand::Waiting;
    time_has_passed_ = false;
    for (const auto& each : members_) each->could_go_on = can_go_on(*each);
    goes_on_to_ = scheduler_->goes_on_to();
    is_any_spinning_ =
        std::any_of(members_.begin(), members_.end(), [](const auto& each) { return each->is_spinning; });
    // Who was woken from what is nobody else's may as well not have had the GIL since.
    member.may_switch = member.stand == Stand::Waiting && step_.touches.empty();
    if (is_on) step_.touches.clear();
    step_.awaits = std::exchange(member.awaited, false);
    const bool ends = member.stand == Stand::AtEnd;
    take_step(member);
    while (!ends && goes_on_unasked(member)) take_step(member);
    goes_on_to_ = 0;
    tell_step(follows_all);
  }
  become(registry().main_thread().get());
}

// It has stopped: need it not be chosen to go on from there, and can it?
bool DeterministicExecutor::goes_on_unasked(Member& member) {
  return (member.stand == Stand::Waiting || member.stand == Stand::Running) && member.position < goes_on_to_ && !cut_ &&
         !is_stopping() && can_go_on(member);
}

void DeterministicExecutor::take_step(Member& member) {
  member.ahead = member.state.safe_points_ahead;
  member.is_spinning = false;
  switch (member.stand) {
    case Stand::Before:
      member.is_granted = true;
      go_on(member);
      break;
    case Stand::Waiting:
      end_wait(member);
      if (member.stand == Stand::Running) go_on(member);
      break;
    case Stand::Running: go_on(member); break;
    case Stand::AtEnd:
      for (const Access& access : accesses_of_end(member)) record(access, false);
      end(member);
      break;
  }
}

void DeterministicExecutor::tell_step(bool follows_all) {
  step_.follows_all = follows_all;
  wake_those_who_spin();
  woken_.clear();
  for (const auto& each : members_) {
    if (!each->could_go_on && can_go_on(*each)) woken_.push_back(each->number);
  }
  scheduler_->done(std::move(step_), woken_);
  step_ = {};
}

void DeterministicExecutor::stop_at(Member& member, Ending ending) {
  member.stand = Stand::AtEnd;
  member.ending = ending;
  ++member.position;
}

void DeterministicExecutor::go_on(Member& member) {
  ThreadState& state = member.state;
  member.stand = Stand::Running;
  if (!member.entered && member.started != nullptr && !member.started->enter()) {
    return stop_at(member, Ending::Raised);
  }
  member.entered = true;
  state.show(ThreadActivity::Running);
  for (;;) {
    const Outcome outcome = python::resume(state);
    state.thread->record().set_line(python::current_line(state));
    switch (outcome) {
      case Outcome::Finished: return stop_at(member, Ending::Finished);
      case Outcome::Raised: return stop_at(member, Ending::Raised);
      case Outcome::SafePoint:
      case Outcome::AfterCall:
        if (!heed_flags(state, outcome)) return stop_at(member, Ending::Stopped);
        member.may_switch = true;
        if (!is_fine()) return;
        if (state.safe_points_ahead != 0) break;
        state.safe_points_ahead = kSafePoints - 1;
        if (is_too_long() || goes_round_blindly(member) || has_been_alone(member)) return;
        break;
      case Outcome::Step: member.stand = Stand::Before; return;
      case Outcome::Wait: {
        const std::size_t touches = step_.touches.size();
        begin_wait(member);
        step_.is_fickle |= step_.touches.size() > touches;
        if (!is_fine() || member.stand == Stand::Waiting) return;
        break;
      }
    }
  }
}

bool DeterministicExecutor::is_outside(const Member& member) const {
  const ThreadActivity what = member.state.wait.activity;
  return what == ThreadActivity::WaitingForOutput || what == ThreadActivity::WaitingForInput;
}

// Those that were started run their first lines before the start returns, as in CPython.
void DeterministicExecutor::let_children_enter() {
  Member& parent = *current_;
  const std::uint32_t parent_goes_on_to = std::exchange(goes_on_to_, 0);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    Member& child = *members_[i];
    if (child.entered || child.started == nullptr) continue;
    let_walk(child);
    become(child.thread.get());
    go_on(child);
  }
  goes_on_to_ = parent_goes_on_to;
  let_walk(parent);
  become(parent.thread.get());
}

void DeterministicExecutor::begin_wait(Member& member) {
  python::WaitRequest& wait = member.state.wait;
  member.stand = Stand::Waiting;
  if (!member.interrupt) member.interrupt.emplace(member.state);
  ++member.position;
  if (is_fine() && wait.activity == ThreadActivity::Starting && wait.target != nullptr) let_children_enter();
  if (wait.operation == Touch::None) member.state.show(wait.activity);
  if (is_outside(member)) {
    member.waiter.emplace(runtime::this_thread_parker());
    if (wait.target->try_or_enqueue(*member.waiter)) {
      member.waiter.reset();
      finish_wait_of(member, runtime::WaitResult::Acquired);
    }
    return;
  }
  if (!is_fine()) {
    if (wait.target != nullptr && wait.target->is_ready()) end_wait(member);
    return;
  }
  if (!is_on && wait.operation != Touch::None) {
    remember(member);
    return end_wait(member);
  }
  const auto access = access_of_wait(member);
  if (wait.operation != Touch::None) {
    // Part of what the library does for the program is no step of its own.
    const bool is_contended = note(*access);
    if (is_contended && is_place_to_switch(member, !member.state.frame->code->is_library)) {
      const Touched touched = touched_of(*access);
      look_for_rounds(member, {&touched, 1});
      if (member.is_spinning || member.position >= goes_on_to_) return;
    }
    return end_wait(member);
  }
  if (waits_for_all(wait)) {
    if (is_on) note(*access);
    return;
  }
  const bool is_ready = wait.target != nullptr && wait.target->is_ready();
  if (wait.target == nullptr) {  // a sleep
    member.may_switch = true;
    if (!options_.keeps_durations || !is_on) end_wait(member);
    return;
  }
  if (wait.activity == ThreadActivity::Starting && is_ready) return end_wait(member);
  if (!is_on) {
    if (is_ready || is_over(member)) end_wait(member);
    return;
  }
  if (!access) {  // nobody else has to do with it
    if (is_ready && !waits_untimed(wait)) end_wait(member);
    return;
  }
  const bool is_contended = note(*access);
  if (!is_contended && is_ready) return end_wait(member);
  if (options_.granularity == Granularity::SharedGil && !member.could_switch()) {
    if (is_ready) return end_wait(member);
    // That it has to stop here is because of what others have done.
    record({access->object, access->part, Manner::Reads}, false);
  }
  if (!is_ready && waits_untimed(wait)) member.may_switch = true;
}

// It can go on: what it waited for is ready, its time is over, or an interrupt was meant for it.
void DeterministicExecutor::end_wait(Member& member) {
  python::WaitRequest& wait = member.state.wait;
  if (is_on) {
    if (const auto access = access_of_wait(member)) record(*access, is_ready_now(access->object));
    member.enters_library = false;  // what the library does next belongs to this
    // What a daemon prints after the end of the program nobody reads.
    if (has_daemons_ && waits_for_all(wait)) record({nullptr, 1, Manner::Reads}, true);
  }
  if (wait.operation != Touch::None) return finish_wait_of(member, runtime::WaitResult::Acquired);
  runtime::Waiter fresh(runtime::this_thread_parker());
  runtime::Waiter& waiter = member.waiter ? *member.waiter : fresh;
  runtime::WaitResult result = runtime::WaitResult::TimedOut;
  if (wait.target != nullptr && (member.waiter ? waiter.is_notified() : wait.target->is_ready())) {
    if (!wait.target->try_or_enqueue(waiter)) return;  // of input: it is not enough yet
    result = runtime::WaitResult::Acquired;
  } else {
    if (!is_over(member)) result = runtime::WaitResult::Cancelled;
    if (wait.target != nullptr && !wait.target->withdraw(waiter)) result = runtime::WaitResult::Acquired;
    if (!options_.keeps_durations && !wait.deadline.is_never()) {
      member.clock = std::max(member.clock, wait.deadline.time());
    } else if (!is_on && !wait.deadline.is_never()) {
      clock_ = std::max(clock_, wait.deadline.time());
    }
  }
  member.waiter.reset();
  finish_wait_of(member, result);
}

void DeterministicExecutor::finish_wait_of(Member& member, runtime::WaitResult result) {
  member.stand = Stand::Running;
  if (!python::finish_wait(member.state, result)) {
    // What came during a step is raised after the last one.
    begin_wait(member);
    return;
  }
  if (member.interrupt) {
    WaitInterrupt interrupt = *member.interrupt;
    member.interrupt.reset();
    interrupt.raise_if_it_came();
  }
}

// Out of the queue it stands in, if it does.
void DeterministicExecutor::leave_queue(Member& member) {
  if (member.waiter) (void)member.state.wait.target->withdraw(*member.waiter);
  member.waiter.reset();
}

// Its end, wherever it stands.
void DeterministicExecutor::end(Member& member) {
  const runtime::ThreadPtr thread = member.thread;
  become(thread.get());
  leave_queue(member);
  member.started->leave();
  Carrier::end(*thread);
  std::erase_if(members_, [&](const auto& each) { return each.get() == &member; });
  if (!is_fine() && members_.size() == 1) interpreter_.flags.fetch_and(~std::uint32_t{python::kSwitchAlways});
  let_walk(*members_.front());
  become(registry().main_thread().get());
}

void DeterministicExecutor::end_others() {
  if (!has_ended_) {
    has_ended_ = true;
    tell_end(has_raised_ ? End::Raised : End::Finished);
  }
  interpreter_.flags.fetch_or(python::kStop);
  registry().request_stop();
  while (members_.size() > 1) end(*members_.back());
  for (const auto& member : members_) leave_queue(*member);  // the main thread, whose own end is near
  members_.clear();
  current_ = nullptr;
  is_on = false;
}

python::RunOptions driven_by(Scheduler& scheduler, python::RunOptions run, const DeterministicOptions& options) {
  run.executor = [&scheduler, options](python::Interpreter& interpreter) -> std::unique_ptr<python::Executor> {
    const std::shared_ptr<Scheduler> not_owned(std::shared_ptr<void>(), &scheduler);
    return std::make_unique<DeterministicExecutor>(interpreter, not_owned, options);
  };
  return run;
}

}  // namespace threadbook::explore
