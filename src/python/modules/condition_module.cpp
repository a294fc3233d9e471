// Notifier and Notice: what threading.Condition waits with.
//
// A condition over a Lock or an RLock waits here, in three steps without any Python in between: the
// place in the queue is taken and the lock freed, the notification is waited for, the lock is
// waited for. Over any other lock, a class with acquire() and release(), library code takes the
// same steps with a Notice of its own.
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/operations.h"
#include "python/vm/interpreter.h"
#include "runtime/errors.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- a condition's own lock ----

// One of the two builtin locks, as a condition sees it.
class ConditionLock {
 public:
  explicit ConditionLock(Value lock) : lock_(lock) {}

  // A Lock belongs to nobody, so there it only tells that somebody holds it; as in CPython.
  bool is_owned(std::uint64_t ident) const { return is_reentrant() ? rlock().owner() == ident : lock().locked(); }
  // Does what others do with it change that?
  bool is_anybodys() const { return !is_reentrant(); }
  runtime::Lock& gate() const { return is_reentrant() ? rlock().gate() : lock(); }
  const Primitive& primitive() const { return *handle_as<Primitive>(lock_); }

  HolderNote& note() const {
    return is_reentrant() ? handle_as<RLockObject>(lock_)->held : handle_as<LockObject>(lock_)->held;
  }

  // REQUIRES: is_owned().
  runtime::RLock::Saved release() const {
    if (is_reentrant()) return rlock().release_save();
    (void)lock().try_release();
    return {};
  }
  // The gate has been acquired.
  void restore(runtime::RLock::Saved saved) const {
    if (is_reentrant()) rlock().restore(saved);
  }

  static bool is_builtin(Value lock) {
    return is_kind(lock, Kind::Handle) && (kind_of(lock) == HandleKind::Lock || kind_of(lock) == HandleKind::RLock);
  }

 private:
  static HandleKind kind_of(Value lock) { return static_cast<HandleKind>(lock.as_object()->flags); }
  bool is_reentrant() const { return kind_of(lock_) == HandleKind::RLock; }
  runtime::Lock& lock() const { return handle_as<LockObject>(lock_)->impl; }
  runtime::RLock& rlock() const { return handle_as<RLockObject>(lock_)->impl; }

  Value lock_;
};

// ---- Notifier ----

NotifierObject* notifier_of(Value value) { return handle_as<NotifierObject>(value); }

// Notifier(lock)
Status notifier_new(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_handle<NotifierObject>(thread, arguments[0], HandleKind::Notifier, arguments[1]));
  return Status::Ok;
}

// waits_natively(): is the lock one that wait() knows?
Status notifier_waits_natively(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(ConditionLock::is_builtin(notifier_of(arguments[0])->of_lock));
  return Status::Ok;
}

struct ConditionWait final : WaitMemory {
  explicit ConditionWait(runtime::Notifier& notifier) : notice(notifier) {}
  runtime::Notice notice;
  runtime::RLock::Saved saved;
  bool notified = false;
};

Status end_of_condition_wait(ThreadState& thread, const WaitRequest& ended, Value& result) {
  auto& wait = static_cast<ConditionWait&>(*ended.memory);
  const ConditionLock lock(notifier_of(ended.of)->of_lock);
  lock.restore(wait.saved);
  thread.note_holding(lock.note());
  result = Value::boolean(wait.notified);
  return Status::Ok;
}

// The last step: the lock. An interrupt comes when it is held.
Status lock_is_back(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
  return outcome == runtime::WaitResult::Acquired ? end_of_condition_wait(thread, ended, result)
                                                  : wait_on(thread, ended);
}

Status notice_has_come(ThreadState& thread, WaitRequest& ended, runtime::WaitResult outcome, Value& result) {
  static_cast<ConditionWait&>(*ended.memory).notified = outcome == runtime::WaitResult::Acquired;
  const ConditionLock lock(notifier_of(ended.of)->of_lock);
  if (!thread.is_watched() && lock.gate().try_acquire()) {
    got(thread, lock.primitive(), result);
    return end_of_condition_wait(thread, ended, result);
  }
  return then_wait_for(thread, ended, lock.gate(), lock.primitive(), lock_is_back);
}

// wait(timeout): over a builtin lock. Was it notified?
Status notifier_wait(ThreadState& thread, Values arguments, Value& result) {
  ConditionLock lock(notifier_of(arguments[0])->of_lock);
  thread.touch(&lock.primitive(), true);
  if (!lock.is_owned(ident_of(thread))) {
    return raise(thread, ExceptionType::RuntimeError, runtime::messages::kWaitNotOwned);
  }
  runtime::Span span = runtime::Span::forever();
  Status status = timeout_argument(thread, arguments[1], span);
  if (status != Status::Ok) return status;
  // A place in the queue first, so that nothing notified once the lock is free is missed.
  auto wait = std::make_unique<ConditionWait>(notifier_of(arguments[0])->impl);
  thread.note_letting_go(lock.note());
  wait->saved = lock.release();
  released(thread, lock.primitive(), result);
  runtime::Notice& notice = wait->notice;
  return wait_for(thread, {.target = &notice,
                           .activity = notifier_of(arguments[0])->purpose(),
                           .of = arguments[0],
                           .span = span,
                           .finish = notice_has_come,
                           .memory = std::move(wait)});
}

// notify(n): the n that have waited longest. Over a builtin lock it must be held.
Status notifier_notify(ThreadState& thread, Values arguments, Value& result) {
  NotifierObject* notifier = notifier_of(arguments[0]);
  if (ConditionLock::is_builtin(notifier->of_lock)) {
    const ConditionLock lock(notifier->of_lock);
    if (lock.is_anybodys()) thread.touch(&lock.primitive(), false);
    if (!lock.is_owned(ident_of(thread))) {
      return raise(thread, ExceptionType::RuntimeError, runtime::messages::kNotifyNotOwned);
    }
  }
  result = Value::none();
  if (notifier->impl.waiting() == 0) return Status::Ok;
  std::int64_t count = 0;
  Status status = int_argument(thread, arguments[1], count);
  if (status != Status::Ok || count <= 0) return status;
  notifier->impl.notify(static_cast<std::size_t>(count));
  return released(thread, *notifier, result);
}

Status notifier_waiting(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(notifier_of(arguments[0])->impl.waiting()));
  return Status::Ok;
}

// notice(): a place in the queue, from now on.
Status notifier_notice(ThreadState& thread, Values arguments, Value& result) {
  auto* cls = static_cast<Class*>(class_of(thread, arguments[0]));
  Value notice_class = cls->names.get(thread.interpreter.intern("Notice"));
  auto* notice = make_handle<NoticeObject>(thread, notice_class, HandleKind::Notice, notifier_of(arguments[0]));
  thread.interpreter.heap.add_finalizer(notice, [](Object* dead) { static_cast<NoticeObject*>(dead)->impl.leave(); });
  result = Value::object(notice);
  return Status::Ok;
}

// ---- Notice ----

// wait(timeout): has it come?
Status notice_wait(ThreadState& thread, Values arguments, Value&) {
  runtime::Span span = runtime::Span::forever();
  Status status = timeout_argument(thread, arguments[1], span);
  if (status != Status::Ok) return status;
  auto* notice = handle_as<NoticeObject>(arguments[0]);
  return wait_for(thread, {.target = &notice->impl, .activity = notice->purpose(), .of = arguments[0], .span = span});
}

// leave(): gives up the place.
Status notice_leave(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(handle_as<NoticeObject>(arguments[0])->impl.leave());
  return Status::Ok;
}

constexpr NativeDef kNotifierMethods[] = {
    {"__new__(cls, lock, /)", native<notifier_new>},
    {"waits_natively(self, /)", native<notifier_waits_natively>},
    {"wait(self, timeout, /)", operation<notifier_wait, 2, Touch::Writes>},
    {"notify(self, n, /)", operation<notifier_notify, 2, Touch::Writes>},
    {"waiting(self, /)", operation<notifier_waiting, 1, Touch::Reads>},
    {"notice(self, /)", operation<notifier_notice, 1, Touch::Writes>},
};

constexpr NativeDef kNoticeMethods[] = {
    {"wait(self, timeout, /)", native<notice_wait>},
    {"leave(self, /)", operation<notice_leave, 1, Touch::Writes>},
};

}  // namespace

void add_conditions(ThreadState& thread, Module& module) {
  Class* notifier = add_handle_class(thread, module, "Notifier", kNotifierMethods);
  Class* notice = add_handle_class(thread, module, "Notice", kNoticeMethods);
  notifier->names.set(thread, notice->name, Value::object(notice));
}

}  // namespace threadbook::python
