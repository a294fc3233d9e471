// Lock of _thread.
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/operations.h"
#include "python/objects/representation.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;

LockObject* lock_of(Value value) { return handle_as<LockObject>(value); }

Status lock_new(ThreadState& thread, Values, Value& result) {
  auto* lock = thread.heap.make<LockObject>(Kind::Handle, thread.interpreter.shape(BuiltinClass::Lock), 0);
  lock->flags = static_cast<std::uint8_t>(HandleKind::Lock);
  result = Value::object(lock);
  return Status::Ok;
}

// A thread that holds a lock does not say farewells (vm/executor.cpp).
Status got_lock(ThreadState& thread, LockObject& lock, Value& result) {
  ++thread.locks_held;
  thread.note_holding(lock.held);
  return got(thread, lock, result);
}

Status released_lock(ThreadState& thread, const LockObject& lock, Value& result) {
  const bool is_last = thread.locks_held > 0 && --thread.locks_held == 0;
  if (is_last && thread.interpreter.heap.due_count() != 0) thread.interpreter.flags.fetch_or(kSayFarewells);
  return released(thread, lock, result);
}

Status wait_for_lock(ThreadState& thread, LockObject* lock, runtime::Span span) {
  return wait_for(thread,
                  {.target = &lock->impl,
                   .activity = lock->purpose(),
                   .of = Value::object(lock),
                   .span = span,
                   .finish = [](ThreadState& waiter, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
                     const bool is_acquired = outcome == runtime::WaitResult::Acquired;
                     if (is_acquired) {
                       ++waiter.locks_held;
                       waiter.note_holding(lock_of(ended.of)->held);
                     }
                     result = Value::boolean(is_acquired);
                     return Status::Ok;
                   }});
}

Status lock_acquire(ThreadState& thread, Values arguments, Value& result) {
  runtime::Span span = runtime::Span::forever();
  Status status = acquire_argument(thread, arguments[1], arguments[2], span);
  if (status != Status::Ok) return status;
  LockObject* lock = lock_of(arguments[0]);
  if (!thread.is_watched() && lock->impl.try_acquire()) return got_lock(thread, *lock, result);
  if (!span.is_none() || thread.is_watched()) return wait_for_lock(thread, lock, span);
  result = Value::boolean(false);
  return Status::Ok;
}

Status lock_enter(ThreadState& thread, Values arguments, Value& result) {
  LockObject* lock = lock_of(arguments[0]);
  if (!thread.is_watched() && lock->impl.try_acquire()) return got_lock(thread, *lock, result);
  return wait_for_lock(thread, lock, runtime::Span::forever());
}

Status lock_release(ThreadState& thread, Values arguments, Value& result) {
  LockObject* lock = lock_of(arguments[0]);
  thread.note_letting_go(lock->held);
  if (lock->impl.try_release()) return released_lock(thread, *lock, result);
  return raise(thread, ExceptionType::RuntimeError, runtime::messages::kReleaseUnlockedLock);
}

Status lock_locked(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(lock_of(arguments[0])->impl.locked());
  return Status::Ok;
}

Status lock_repr(ThreadState& thread, Values arguments, Value& result) {
  const char* state = lock_of(arguments[0])->impl.locked() ? "locked" : "unlocked";
  std::string shown = text("<", state, " _thread.lock object at ", address_text(thread, arguments[0]), ">");
  result = Value::object(make_str_utf8(thread, shown));
  return Status::Ok;
}

// serve_as(primitive, purpose): threads that wait for it are said to wait for that: "waiting-for-queue".
Status serve_as(ThreadState&, Values arguments, Value& result) {
  handle_as<Primitive>(arguments[0])->serve_as(activity_called(as_str(arguments[1])->to_utf8()));
  result = Value::none();
  return Status::Ok;
}

constexpr NativeDef kFunctions[] = {{"allocate_lock()", native<lock_new>}};
constexpr NativeDef kInnerFunctions[] = {{"serve_as(primitive, purpose, /)", native<serve_as>}};

}  // namespace

std::span<const NativeDef> lock_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls)", native<lock_new>},
      {"acquire(self, blocking=True, timeout=-1)", native<lock_acquire>},
      {"acquire_lock(self, blocking=True, timeout=-1)", native<lock_acquire>},
      {"release(self, /)", operation<lock_release, 1, Touch::Writes>},
      {"release_lock(self, /)", operation<lock_release, 1, Touch::Writes>},
      {"locked(self, /)", operation<lock_locked, 1, Touch::Reads>},
      {"locked_lock(self, /)", operation<lock_locked, 1, Touch::Reads>},
      {"__enter__(self, /)", native<lock_enter>},
      {"__exit__(self, type=None, value=None, traceback=None, /)", operation<lock_release, 1, Touch::Writes>},
      {"__repr__(self, /)", native<lock_repr>},
  };
  return kMethods;
}

void add_locks(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Str* of_module = interpreter.intern("_thread");
  interpreter.cls(BuiltinClass::Lock)->names.set(thread, interpreter.names.module, Value::object(of_module));
  interpreter.natives.add_functions(thread, *module.names, kFunctions, of_module);
  interpreter.natives.add_functions(thread, *module.names, kInnerFunctions, module.name);
}

}  // namespace threadbook::python
