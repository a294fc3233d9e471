// What an observer is told of a thread: where it is, and what it does it to.
#include <algorithm>

#include "python/objects/handle.h"
#include "python/objects/instance.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "python/vm/naming.h"
#include "python/vm/thread_state.h"
#include "python/vm/vm.h"

namespace threadbook::python {
namespace {

HandleKind kind_of(const Object* object) { return static_cast<HandleKind>(object->flags); }

// The primitive that `of` is, or is a thread's way through.
const Primitive* primitive_of(const Object* of) {
  if (of == nullptr || of->kind != Kind::Handle) return nullptr;
  switch (kind_of(of)) {
    case HandleKind::Lock:
    case HandleKind::RLock:
    case HandleKind::Notifier:
    case HandleKind::Semaphore:
    case HandleKind::Event:
    case HandleKind::Barrier:
    case HandleKind::Queue: return static_cast<const Primitive*>(of);
    case HandleKind::Notice: return static_cast<const NoticeObject*>(of)->notifier;
    case HandleKind::Party: return static_cast<const PartyObject*>(of)->barrier;
    default: return nullptr;
  }
}

std::int32_t value_of(const Primitive& primitive) {
  switch (kind_of(&primitive)) {
    case HandleKind::RLock: return static_cast<std::int32_t>(static_cast<const RLockObject&>(primitive).impl.count());
    case HandleKind::Notifier:
      return static_cast<std::int32_t>(static_cast<const NotifierObject&>(primitive).impl.waiting());
    case HandleKind::Semaphore:
      return static_cast<std::int32_t>(static_cast<const SemaphoreObject&>(primitive).impl.value());
    case HandleKind::Event: return static_cast<const EventObject&>(primitive).impl.is_set() ? 1 : 0;
    case HandleKind::Barrier:
      return static_cast<std::int32_t>(static_cast<const BarrierObject&>(primitive).impl.n_waiting());
    default: return 0;
  }
}

ThingKind thing_kind_of(const Primitive& primitive) {
  switch (primitive.purpose()) {
    case ThreadActivity::WaitingForQueue: return ThingKind::Queue;
    case ThreadActivity::WaitingForResult: return ThingKind::Future;
    case ThreadActivity::WaitingForImport: return ThingKind::Import;
    default: break;
  }
  switch (kind_of(&primitive)) {
    case HandleKind::RLock: return ThingKind::RLock;
    case HandleKind::Notifier: return ThingKind::Condition;
    case HandleKind::Semaphore: return ThingKind::Semaphore;
    case HandleKind::Event: return ThingKind::Event;
    case HandleKind::Barrier: return ThingKind::Barrier;
    default: return ThingKind::Lock;
  }
}

// The parts of a queue or a future are one thing, whichever of them is met first.
void number_parts(ThreadState& thread, const Object* whole, std::uint32_t number, int depth = 0) {
  for (const auto& [name, part] : own_attributes(thread, const_cast<Object*>(whole))) {
    if (!part.is_object()) continue;
    const Object* object = part.as_object();
    if (const Primitive* primitive = primitive_of(object)) {
      std::uint32_t none = 0;
      primitive->number.compare_exchange_strong(none, number, std::memory_order_relaxed);
    } else if (depth == 0 && object->kind == Kind::Instance) {
      number_parts(thread, object, number, depth + 1);
    }
  }
}

// A program may make any number of primitives: only so many are named before somebody waits for them.
constexpr std::uint32_t kMostNamed = 200;

// Gives the primitive a number, and a name where it is worth looking for one, and tells what it is.
std::uint32_t meet(ThreadState& thread, const Primitive& primitive, std::uint32_t line, bool is_waited_for) {
  Interpreter& interpreter = thread.interpreter;
  runtime::Guard guard(interpreter.things_mutex);
  const std::uint32_t number = primitive.number.load(std::memory_order_relaxed);
  if (number != 0 && !(is_waited_for && number > kMostNamed)) return number;
  Thing thing;
  thing.number = number != 0 ? number : ++interpreter.things;
  thing.kind = thing_kind_of(primitive);
  thing.line = line;
  primitive.number.store(thing.number, std::memory_order_relaxed);
  if (is_waited_for || thing.number <= kMostNamed) {
    FoundName found = find_name(thread, &primitive);
    thing.name = std::move(found.name);
    thing.owner = std::move(found.owner);
    thing.is_part = found.whole != nullptr && (thing.kind == ThingKind::Lock || thing.kind == ThingKind::RLock);
    const bool is_one = thing.kind == ThingKind::Queue || thing.kind == ThingKind::Future;
    if (is_one && found.whole != nullptr) number_parts(thread, found.whole, thing.number);
  }
  thread.observer->met(thing);
  return thing.number;
}

// Who holds a lock, and since where.
void add_holder(ThreadState& thread, const Primitive& primitive, Event& event) {
  const HolderNote* note = kind_of(&primitive) == HandleKind::Lock    ? &static_cast<const LockObject&>(primitive).held
                           : kind_of(&primitive) == HandleKind::RLock ? &static_cast<const RLockObject&>(primitive).held
                                                                      : nullptr;
  if (note == nullptr) return;
  const HolderNote::Holder holder = note->get();
  event.holder = holder.thread;
  event.holder_line = holder.thread == 0 ? 0 : thread.interpreter.linker.line_of(holder.place);
}

}  // namespace

void ThreadState::hand_over(Event& event) {
  if (number_ == 0) number_ = static_cast<std::uint32_t>(thread->serial());
  event.thread = number_;
  event.folded = untold_ - std::min(until_told_, untold_);
  until_told_ = observer->happened(event);
  untold_ = until_told_ - 1;
}

void ThreadState::tell_observer(EventKind kind, ThreadActivity what, const Object* of, std::int32_t value,
                                bool has_woken) {
  const bool waits = kind == EventKind::WaitsFor;
  const bool ends_wait = kind == EventKind::Got || kind == EventKind::TimedOut || kind == EventKind::Interrupted;
  if (ends_wait && !tells_all_) return;  // Woken has told it
  Event event{
      .kind = kind, .what = what, .has_woken = has_woken, .line = current_line(*this), .value = value, .of = of};
  if (of != nullptr && of->kind == Kind::Handle && kind_of(of) == HandleKind::Thread) {
    event.other = (*static_cast<const ThreadHandle*>(of)->thread)->serial();
  } else if (const Primitive* primitive = primitive_of(of)) {
    event.thing = primitive->number.load(std::memory_order_relaxed);
    if (event.thing == 0 || (waits && event.thing > kMostNamed))
      event.thing = meet(*this, *primitive, event.line, waits);
    event.value = value_of(*primitive);
    event.is_owned = kind_of(primitive) == HandleKind::RLock;
    if (waits) add_holder(*this, *primitive, event);
  }
  if (waits) {
    event.is_limited = !wait.deadline.is_never();
    wait_told_ = event;
  }
  hand_over(event);
}

void ThreadState::tell_observer_of_wait(EventKind kind, std::int32_t value) {
  Event event = wait_told_;
  event.kind = kind;
  event.value = value;
  // What is waited for lives until the wait is over, and does not move.
  if (kind == EventKind::StillWaits) {
    if (const Primitive* primitive = primitive_of(wait.object())) add_holder(*this, *primitive, event);
  }
  hand_over(event);
}

void ThreadState::tell_observer_of_output(std::size_t bytes, std::uint64_t position) {
  Event event{.kind = EventKind::Printed,
              .what = ThreadActivity::Running,
              .line = current_line(*this),
              .value = static_cast<std::int32_t>(bytes),
              .position = position};
  hand_over(event);
}

void ThreadState::tell_observer_of_exception(Value exception) {
  if (!tells_all_ || !is_kind(exception, Kind::Exception)) return;
  const auto* error = static_cast<const Exception*>(exception.as_object());
  if (matches(error, interpreter.cls(ExceptionType::SystemExit))) return;
  Event event{.kind = EventKind::Raised, .what = ThreadActivity::Running};
  const Value traceback = error->traceback.load();
  const Object* entry = is_kind(traceback, Kind::Traceback) ? traceback.as_object() : nullptr;
  while (entry != nullptr) {
    const auto* here = static_cast<const Traceback*>(entry);
    event.line = span_of(here->code, here->instruction).line;
    entry = here->next.load(std::memory_order_acquire);
  }
  hand_over(event);
}

void ThreadState::tell_observer_of_gil(EventKind kind) {
  Event event{.kind = kind, .what = ThreadActivity::WaitingForGil};
  hand_over(event);
}

}  // namespace threadbook::python
