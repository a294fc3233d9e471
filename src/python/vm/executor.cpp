#include "python/vm/executor.h"

#include "python/vm/calls.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/world.h"

namespace threadbook::python {

namespace {

// What a collection left to do, farewells (objects/farewells.h) and callbacks of weak references whose
// referents are gone, runs as if the thread called it here, but for two cases in which it is left for later
// (and for that it is at it already, further up).
// One is a thread about to reach the recursion limit. The other is a thread that holds a lock: a __del__
// which wants that lock would wait for the very thread it runs in. CPython runs that risk for cycles only, as
// it drops everything else elsewhere; here every object goes at some collection. So it runs once the lock is
// released, in whichever thread comes first. A lock that its thread never releases (another does: it is a
// signal, not a lock) is told by how much waits.
void do_what_is_due(ThreadState& thread) {
  constexpr std::uint32_t kFrames = 50;
  constexpr std::size_t kMany = 1000;
  Interpreter& interpreter = thread.interpreter;
  const std::size_t due = interpreter.heap.due_count();
  if (due == 0 || thread.is_at_what_is_due || (thread.locks_held > 0 && due < kMany)) return;
  if (thread.depth + kFrames > interpreter.recursion_limit.load() || !thread.exception.is_unbound()) return;
  Value ignored;
  call_library(thread, "operation__after_collection", {}, {ReturnAction::Discard, 0, {}}, ignored);
}

// Is the thread, the main one, asked to raise KeyboardInterrupt? It is not asked again. The flag decides;
// the runtime's signal, which every thread gets, only has it looked at.
bool take_interrupt(ThreadState& thread) {
  Interpreter& interpreter = thread.interpreter;
  if ((interpreter.flags.load() & kInterrupt) == 0) return false;
  if (thread.thread_object != interpreter.main_thread_handle || interpreter.main == nullptr) return false;
  return (interpreter.flags.fetch_and(~std::uint32_t{kInterrupt}) & kInterrupt) != 0;
}

void raise_interrupt(ThreadState& thread) {
  try {
    raise_keyboard_interrupt(thread);
  } catch (const HeapExhausted&) {
    raise_memory_error(thread);
  }
}

void collect(ThreadState& thread) {
  Interpreter& interpreter = thread.interpreter;
  const runtime::Nanoseconds begin = runtime::monotonic_now();
  const bool collected = interpreter.world->stop_and([&] {
    interpreter.flags.fetch_and(~std::uint32_t{kCollect});
    interpreter.collect_garbage();
    interpreter.heap.add_pause(runtime::monotonic_now() - begin);
  });
  if (collected && interpreter.heap.over_limit()) raise_memory_error(thread);
  if (collected) do_what_is_due(thread);
}

}  // namespace

Executor::Executor(Interpreter& interpreter, runtime::RegistryOptions options)
    : interpreter_(interpreter), registry_(runtime::Registry::create(options)) {}

Executor::~Executor() = default;

bool Executor::is_stopping() const noexcept {
  return (interpreter_.flags.load(std::memory_order_acquire) & kStop) != 0;
}

bool Executor::heed_flags(ThreadState& thread, Outcome outcome) {
  const std::uint32_t flags = interpreter_.flags.load(std::memory_order_acquire);
  if ((flags & kStop) != 0) return false;
  if ((flags & kInterrupt) != 0 && take_interrupt(thread)) {
    // After a call as if the call had raised it. Else in the place of the instruction that would have been
    // next: a loop's first one is inside the `try` around the loop, the one before it is not.
    if (outcome != Outcome::AfterCall) ++thread.frame->pc;
    raise_interrupt(thread);
  }
  if ((flags & kCollect) != 0) collect(thread);
  if ((flags & kSayFarewells) != 0) {
    interpreter_.flags.fetch_and(~std::uint32_t{kSayFarewells});
    do_what_is_due(thread);
  }
  return true;
}

bool Executor::WaitInterrupt::is_meant() noexcept {
  thread_.tell_of_wait(EventKind::StillWaits);
  const bool meant = take_interrupt(thread_);
  came_ |= meant;
  return meant;
}

void Executor::WaitInterrupt::raise_if_it_came() {
  if (came_ || take_interrupt(thread_)) raise_interrupt(thread_);
}

Status raise_keyboard_interrupt(ThreadState& thread) {
  Class* cls = thread.interpreter.cls(ExceptionType::KeyboardInterrupt);
  thread.exception = Value::object(make_exception(thread, cls, thread.interpreter.empty_tuple));
  return Status::Raised;
}

}  // namespace threadbook::python
