// RLock of _thread: a gate, which is a Lock, and the thread that has passed it.
#include "python/modules/host_call.h"
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/operations.h"
#include "python/objects/representation.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;

RLockObject* handle_of(Value value) { return handle_as<RLockObject>(value); }
runtime::RLock& rlock_of(Value value) { return handle_of(value)->impl; }

Status raise_not_acquired(ThreadState& thread) {
  return raise(thread, ExceptionType::RuntimeError, runtime::messages::kReleaseNotOwned);
}

Status rlock_new(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_handle<RLockObject>(thread, arguments[0], HandleKind::RLock));
  return Status::Ok;
}

// The gate has been waited for: makes the lock the thread's own.
Status gate_has_opened(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
  const bool acquired = outcome == runtime::WaitResult::Acquired;
  if (acquired) {
    rlock_of(ended.of).restore({ident_of(thread), 1});
    thread.note_holding(handle_of(ended.of)->held);
  }
  result = Value::boolean(acquired);
  return Status::Ok;
}

Wait wait_of(RLockObject* lock, runtime::Span span, FinishWait finish) {
  return {.target = &lock->impl.gate(),
          .activity = lock->purpose(),
          .of = Value::object(lock),
          .span = span,
          .finish = finish};
}

Status got_rlock(ThreadState& thread, RLockObject& lock, Value& result) {
  if (lock.impl.count() == 1) thread.note_holding(lock.held);
  return got(thread, lock, result);
}

// To have it once more is nothing that others notice.
bool takes_at_once(ThreadState& thread, RLockObject& lock) {
  const std::uint64_t ident = ident_of(thread);
  return (!thread.is_watched() || lock.impl.owner() == ident) && lock.impl.try_acquire(ident);
}

Status rlock_acquire(ThreadState& thread, Values arguments, Value& result) {
  runtime::Span span = runtime::Span::forever();
  Status status = acquire_argument(thread, arguments[1], arguments[2], span);
  if (status != Status::Ok) return status;
  RLockObject* lock = handle_of(arguments[0]);
  if (takes_at_once(thread, *lock)) return got_rlock(thread, *lock, result);
  if (!span.is_none() || thread.is_watched()) return wait_for(thread, wait_of(lock, span, gate_has_opened));
  result = Value::boolean(false);
  return Status::Ok;
}

Status rlock_enter(ThreadState& thread, Values arguments, Value& result) {
  RLockObject* lock = handle_of(arguments[0]);
  if (takes_at_once(thread, *lock)) return got_rlock(thread, *lock, result);
  return wait_for(thread, wait_of(lock, runtime::Span::forever(), gate_has_opened));
}

Status rlock_release(ThreadState& thread, Values arguments, Value& result) {
  RLockObject* lock = handle_of(arguments[0]);
  if (lock->impl.count() == 1 && lock->impl.owner() == ident_of(thread)) thread.note_letting_go(lock->held);
  return lock->impl.try_release(ident_of(thread)) ? released(thread, *lock, result) : raise_not_acquired(thread);
}

Status rlock_locked(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(rlock_of(arguments[0]).locked());
  return Status::Ok;
}

Status rlock_is_owned(ThreadState& thread, Values arguments, Value& result) {
  result = Value::boolean(rlock_of(arguments[0]).owner() == ident_of(thread));
  return Status::Ok;
}

Status rlock_recursion_count(ThreadState& thread, Values arguments, Value& result) {
  const runtime::RLock& lock = rlock_of(arguments[0]);
  bool is_owned = lock.owner() == ident_of(thread);
  result = make_int(thread, is_owned ? static_cast<std::int64_t>(lock.count()) : 0);
  return Status::Ok;
}

// _release_save(): frees it however often it was acquired; the answer is for _acquire_restore().
Status rlock_release_save(ThreadState& thread, Values arguments, Value& result) {
  RLockObject* lock = handle_of(arguments[0]);
  if (!lock->impl.locked()) return raise_not_acquired(thread);
  Tuple* saved = make_tuple(thread, 2u);
  saved->items[0] = make_int(thread, static_cast<std::int64_t>(lock->impl.count()));
  saved->items[1] = make_int(thread, static_cast<std::int64_t>(lock->impl.owner()));
  thread.note_letting_go(lock->held);
  const Status status = host_call(thread, [&] { (void)lock->impl.release_save(); });
  if (status == Status::Ok) released(thread, *lock, result);
  result = Value::object(saved);
  return status;
}

struct SavedRLock final : WaitMemory {
  explicit SavedRLock(runtime::RLock::Saved s) : saved(s) {}
  const runtime::RLock::Saved saved;
};

Status end_of_restore(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
  // Interrupted: the lock must be had all the same.
  if (outcome != runtime::WaitResult::Acquired) return wait_on(thread, ended);
  rlock_of(ended.of).restore(static_cast<SavedRLock&>(*ended.memory).saved);
  thread.note_holding(handle_of(ended.of)->held);
  result = Value::none();
  return Status::Ok;
}

Status rlock_acquire_restore(ThreadState& thread, Values arguments, Value& result) {
  const auto* saved = is_kind(arguments[1], Kind::Tuple) ? static_cast<Tuple*>(arguments[1].as_object()) : nullptr;
  std::int64_t count = 0, owner = 0;
  if (saved == nullptr || saved->length != 2 || !to_int64(saved->items[0], count) ||
      !to_int64(saved->items[1], owner)) {
    return raise(thread, ExceptionType::TypeError, "_acquire_restore() argument 1 must be 2-item tuple");
  }
  const runtime::RLock::Saved state{static_cast<std::uint64_t>(owner), static_cast<std::uint64_t>(count)};
  RLockObject* lock = handle_of(arguments[0]);
  if (!thread.is_watched() && lock->impl.gate().try_acquire()) {
    lock->impl.restore(state);
    thread.note_holding(lock->held);
    got(thread, *lock, result);
    result = Value::none();
    return Status::Ok;
  }
  Wait wait = wait_of(lock, runtime::Span::forever(), end_of_restore);
  wait.memory = std::make_unique<SavedRLock>(state);
  return wait_for(thread, std::move(wait));
}

Status rlock_repr(ThreadState& thread, Values arguments, Value& result) {
  const runtime::RLock& lock = rlock_of(arguments[0]);
  const char* state = lock.count() != 0 ? "locked" : "unlocked";
  std::string shown = text("<", state, " _thread.RLock object owner=", std::to_string(lock.owner()),
                           " count=", std::to_string(lock.count()), " at ", address_text(thread, arguments[0]), ">");
  result = Value::object(make_str_utf8(thread, shown));
  return Status::Ok;
}

constexpr NativeDef kMethods[] = {
    {"__new__(cls)", native<rlock_new>},
    {"acquire(self, blocking=True, timeout=-1)", native<rlock_acquire>},
    {"release(self, /)", operation<rlock_release, 1, Touch::Writes>},
    {"locked(self, /)", operation<rlock_locked, 1, Touch::Reads>},
    {"__enter__(self, /)", native<rlock_enter>},
    {"__exit__(self, type=None, value=None, traceback=None, /)", operation<rlock_release, 1, Touch::Writes>},
    {"_is_owned(self, /)", native<rlock_is_owned>},
    {"_recursion_count(self, /)", native<rlock_recursion_count>},
    {"_release_save(self, /)", operation<rlock_release_save, 1, Touch::Writes>},
    {"_acquire_restore(self, state, /)", native<rlock_acquire_restore>},
    {"__repr__(self, /)", native<rlock_repr>},
};

}  // namespace

void add_rlocks(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Class* rlock = add_handle_class(thread, module, "RLock", kMethods);
  rlock->names.set(thread, interpreter.names.module, Value::object(interpreter.intern("_thread")));
}

}  // namespace threadbook::python
