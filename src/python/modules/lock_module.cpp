// Lock and RLock of _thread, and what all waiting has in common.
#include <cmath>

#include "python/modules/host_call.h"
#include "python/modules/thread_module.h"
#include "python/objects/operations.h"
#include "python/objects/representation.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

// ---- waiting ----

Status wait_for(ThreadState& thread, runtime::Waitable& target, runtime::Deadline deadline, Value keep,
                FinishWait finish) {
  thread.wait = {};
  thread.wait.target = &target;
  thread.wait.deadline = deadline;
  thread.wait.keep = keep;
  thread.wait.activity = static_cast<std::uint8_t>(ThreadActivity::WaitingForLock);
  thread.wait.finish = finish;
  return Status::Wait;
}

Status wait_for(ThreadState& thread, runtime::Waitable& target, runtime::Deadline deadline, Value keep) {
  return wait_for(thread, target, deadline, keep,
                  [](ThreadState&, WaitRequest&, runtime::WaitResult outcome, Value& out) {
                    out = Value::boolean(outcome == runtime::WaitResult::Acquired);
                    return Status::Ok;
                  });
}

Status lock_deadline(ThreadState& thread, Value blocking, Value timeout, runtime::Deadline& out) {
  bool is_blocking = blocking.is_true();
  if (!blocking.is_bool()) {
    std::int64_t number = 0;
    Status status = as_index(thread, blocking, number);
    if (status != Status::Ok) return status;
    is_blocking = number != 0;
  }
  if (is_blocking && timeout == Value::small_int(-1)) {
    out = runtime::Deadline::never();
    return Status::Ok;
  }
  std::int64_t span = 0;
  Status status = nanoseconds_argument(thread, timeout, span);
  if (status != Status::Ok) return status;
  return host_call(thread, [&] { out = runtime::Deadline::after(runtime::acquire_span(is_blocking, span)); });
}

Status int_argument(ThreadState& thread, Value value, std::int64_t& out) {
  Status status = as_index(thread, value, out);
  if (status != Status::Fallback) return status;
  return raise(thread, ExceptionType::TypeError,
               text("'", type_name(thread, value), "' object cannot be interpreted as an integer"));
}

Status wait_deadline(ThreadState& thread, Value timeout, runtime::Deadline& out, FirstStep first) {
  if (timeout.is_none()) {
    out = runtime::Deadline::never();
    return Status::Ok;
  }
  if (const Value plain = unbox(timeout); !plain.is_double() && !is_int(plain)) {
    const std::string type = type_name(thread, timeout);
    return raise(thread, ExceptionType::TypeError,
                 first == FirstStep::Compare ? text("'>' not supported between instances of '", type, "' and 'int'")
                                             : text("unsupported operand type(s) for +: 'float' and '", type, "'"));
  }
  if (const Value plain = unbox(timeout);
      first == FirstStep::Compare && plain.is_double() && std::isnan(plain.as_double())) {
    out = runtime::Deadline::passed();  // is not more than 0
    return Status::Ok;
  }
  std::int64_t span = 0;
  Status status = nanoseconds_argument(thread, timeout, span);
  if (status != Status::Ok) return status;
  if (span <= 0) {
    out = runtime::Deadline::passed();
    return Status::Ok;
  }
  return host_call(thread, [&] { out = runtime::Deadline::after(runtime::acquire_span(true, span)); });
}

namespace {

using Values = Value*;

Status raise_not_acquired(ThreadState& thread) {
  return raise(thread, ExceptionType::RuntimeError, runtime::messages::kReleaseNotOwned);
}

// ---- Lock ----

LockObject* lock_of(Value value) { return handle_as<LockObject>(value); }

Status lock_new(ThreadState& thread, Values, Value& result) {
  auto* lock = thread.heap.make<LockObject>(Kind::Handle, thread.interpreter.shape(BuiltinClass::Lock), 0);
  lock->flags = static_cast<std::uint8_t>(HandleKind::Lock);
  result = Value::object(lock);
  return Status::Ok;
}

Status lock_acquire(ThreadState& thread, Values arguments, Value& result) {
  runtime::Deadline deadline = runtime::Deadline::never();
  Status status = lock_deadline(thread, arguments[1], arguments[2], deadline);
  if (status != Status::Ok) return status;
  bool acquired = lock_of(arguments[0])->impl.try_acquire();
  if (!acquired && deadline != runtime::Deadline::passed()) {
    return wait_for(thread, lock_of(arguments[0])->impl, deadline, arguments[0]);
  }
  result = Value::boolean(acquired);
  return Status::Ok;
}

Status lock_enter(ThreadState& thread, Values arguments, Value& result) {
  runtime::Lock& lock = lock_of(arguments[0])->impl;
  if (!lock.try_acquire()) return wait_for(thread, lock, runtime::Deadline::never(), arguments[0]);
  result = Value::boolean(true);
  return Status::Ok;
}

Status lock_release(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  if (lock_of(arguments[0])->impl.try_release()) return Status::Ok;
  return raise(thread, ExceptionType::RuntimeError, runtime::messages::kReleaseUnlockedLock);
}

Status lock_locked(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(lock_of(arguments[0])->impl.locked());
  return Status::Ok;
}

Status lock_repr(ThreadState& thread, Values arguments, Value& result) {
  const char* state = lock_of(arguments[0])->impl.locked() ? "locked" : "unlocked";
  std::string shown = text("<", state, " _thread.lock object at ", address_text(arguments[0].as_object()), ">");
  result = Value::object(make_str_utf8(thread, shown));
  return Status::Ok;
}

// ---- RLock ----

runtime::RLock& rlock_of(Value value) { return handle_as<RLockObject>(value)->impl; }

Status rlock_new(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_handle<RLockObject>(thread, arguments[0], HandleKind::RLock));
  return Status::Ok;
}

// Waits for the gate and makes the lock the thread's own.
Status wait_for_rlock(ThreadState& thread, Value lock, runtime::Deadline deadline) {
  return wait_for(thread, rlock_of(lock).gate(), deadline, lock,
                  [](ThreadState& waiter, WaitRequest& ended, runtime::WaitResult outcome, Value& out) {
                    bool acquired = outcome == runtime::WaitResult::Acquired;
                    if (acquired) rlock_of(ended.keep).restore({ident_of(waiter), 1});
                    out = Value::boolean(acquired);
                    return Status::Ok;
                  });
}

Status rlock_acquire(ThreadState& thread, Values arguments, Value& result) {
  runtime::Deadline deadline = runtime::Deadline::never();
  Status status = lock_deadline(thread, arguments[1], arguments[2], deadline);
  if (status != Status::Ok) return status;
  bool acquired = rlock_of(arguments[0]).try_acquire(ident_of(thread));
  if (!acquired && deadline != runtime::Deadline::passed()) return wait_for_rlock(thread, arguments[0], deadline);
  result = Value::boolean(acquired);
  return Status::Ok;
}

Status rlock_enter(ThreadState& thread, Values arguments, Value& result) {
  if (!rlock_of(arguments[0]).try_acquire(ident_of(thread))) {
    return wait_for_rlock(thread, arguments[0], runtime::Deadline::never());
  }
  result = Value::boolean(true);
  return Status::Ok;
}

Status rlock_release(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  return rlock_of(arguments[0]).try_release(ident_of(thread)) ? Status::Ok : raise_not_acquired(thread);
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
  runtime::RLock& lock = rlock_of(arguments[0]);
  if (!lock.locked()) return raise_not_acquired(thread);
  Tuple* saved = make_tuple(thread, 2u);
  saved->items[0] = make_int(thread, static_cast<std::int64_t>(lock.count()));
  saved->items[1] = make_int(thread, static_cast<std::int64_t>(lock.owner()));
  result = Value::object(saved);
  return host_call(thread, [&] { (void)lock.release_save(); });
}

struct SavedRLock final : WaitMemory {
  explicit SavedRLock(runtime::RLock::Saved s) : saved(s) {}
  const runtime::RLock::Saved saved;
};

Status end_of_restore(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
  if (outcome != runtime::WaitResult::Acquired) {  // interrupted; the lock must be had all the same
    thread.wait = std::move(ended);
    return Status::Wait;
  }
  rlock_of(ended.keep).restore(static_cast<SavedRLock&>(*ended.memory).saved);
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
  runtime::RLock& lock = rlock_of(arguments[0]);
  result = Value::none();
  if (lock.gate().try_acquire()) {
    lock.restore(state);
    return Status::Ok;
  }
  wait_for(thread, lock.gate(), runtime::Deadline::never(), arguments[0], end_of_restore);
  thread.wait.memory = std::make_unique<SavedRLock>(state);
  return Status::Wait;
}

Status rlock_repr(ThreadState& thread, Values arguments, Value& result) {
  const runtime::RLock& lock = rlock_of(arguments[0]);
  const char* state = lock.count() != 0 ? "locked" : "unlocked";
  std::string shown =
      text("<", state, " _thread.RLock object owner=", std::to_string(lock.owner()),
           " count=", std::to_string(lock.count()), " at ", address_text(arguments[0].as_object()), ">");
  result = Value::object(make_str_utf8(thread, shown));
  return Status::Ok;
}

constexpr NativeDef kRLockMethods[] = {
    {"__new__(cls)", rlock_new},
    {"acquire(self, blocking=True, timeout=-1)", rlock_acquire},
    {"release(self, /)", rlock_release},
    {"locked(self, /)", rlock_locked},
    {"__enter__(self, /)", rlock_enter},
    {"__exit__(self, type=None, value=None, traceback=None, /)", rlock_release},
    {"_is_owned(self, /)", rlock_is_owned},
    {"_recursion_count(self, /)", rlock_recursion_count},
    {"_release_save(self, /)", rlock_release_save},
    {"_acquire_restore(self, state, /)", rlock_acquire_restore},
    {"__repr__(self, /)", rlock_repr},
};

constexpr NativeDef kFunctions[] = {{"allocate_lock()", lock_new}};

}  // namespace

std::span<const NativeDef> lock_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__new__(cls)", lock_new},
      {"acquire(self, blocking=True, timeout=-1)", lock_acquire},
      {"acquire_lock(self, blocking=True, timeout=-1)", lock_acquire},
      {"release(self, /)", lock_release},
      {"release_lock(self, /)", lock_release},
      {"locked(self, /)", lock_locked},
      {"locked_lock(self, /)", lock_locked},
      {"__enter__(self, /)", lock_enter},
      {"__exit__(self, type=None, value=None, traceback=None, /)", lock_release},
      {"__repr__(self, /)", lock_repr},
  };
  return kMethods;
}

void add_locks(ThreadState& thread, Module& module) {
  Interpreter& interpreter = thread.interpreter;
  Value of_module = Value::object(interpreter.intern("_thread"));
  interpreter.cls(BuiltinClass::Lock)->names.set(thread, interpreter.names.module, of_module);
  Class* rlock = add_handle_class(thread, module, "RLock", kRLockMethods);
  rlock->names.set(thread, interpreter.names.module, of_module);
  interpreter.add_functions(thread, *module.names, kFunctions, interpreter.intern("_thread"));
}

}  // namespace threadbook::python
