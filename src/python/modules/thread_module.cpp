// The module _threading: locks and thread handles, bound to the C++ runtime. threading.py is built on
// it.
#include "python/modules/host_call.h"
#include "python/modules/native_modules.h"
#include "python/objects/handle.h"
#include "python/objects/operations.h"
#include "python/objects/representation.h"
#include "python/vm/executor.h"
#include "python/vm/interpreter.h"
#include "runtime/registry.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- locks ----

LockObject* lock_of(Value value) { return static_cast<LockObject*>(value.as_object()); }

Status lock_new(ThreadState& thread, Values, Value& result) {
  auto* lock = thread.heap.make<LockObject>(Kind::Handle, thread.interpreter.shape(BuiltinClass::Lock), 0);
  lock->flags = static_cast<std::uint8_t>(HandleKind::Lock);
  result = Value::object(lock);
  return Status::Ok;
}

Status allocate_lock(ThreadState& thread, Values arguments, Value& result) { return lock_new(thread, arguments, result); }

Status wait_for_lock(ThreadState& thread, Value lock, runtime::Deadline deadline) {
  thread.wait = {};
  thread.wait.target = &lock_of(lock)->impl;
  thread.wait.deadline = deadline;
  thread.wait.keep = lock;
  thread.wait.activity = static_cast<std::uint8_t>(ThreadActivity::WaitingForLock);
  thread.wait.finish = [](ThreadState&, WaitRequest&, runtime::WaitResult outcome, Value& out) {
    out = Value::boolean(outcome == runtime::WaitResult::Acquired);
    return Status::Ok;
  };
  return Status::Wait;
}

Status lock_acquire(ThreadState& thread, Values arguments, Value& result) {
  bool blocking = false;
  Status status = truth(thread, arguments[1], blocking);
  if (status != Status::Ok) return status;
  runtime::Deadline deadline = runtime::Deadline::never();
  Value timeout = arguments[2];
  bool default_timeout = timeout.is_small_int() && timeout.as_small_int() == -1;
  if (!blocking || !default_timeout) {
    std::int64_t span = 0;
    status = nanoseconds_argument(thread, timeout, span);
    if (status != Status::Ok) return status;
    status = host_call(thread, [&] { deadline = runtime::acquire_deadline(blocking, span); });
    if (status != Status::Ok) return status;
  }
  if (lock_of(arguments[0])->impl.try_acquire()) {
    result = Value::boolean(true);
    return Status::Ok;
  }
  if (!blocking) {
    result = Value::boolean(false);
    return Status::Ok;
  }
  return wait_for_lock(thread, arguments[0], deadline);
}

Status lock_enter(ThreadState& thread, Values arguments, Value& result) {
  if (lock_of(arguments[0])->impl.try_acquire()) {
    result = Value::boolean(true);
    return Status::Ok;
  }
  return wait_for_lock(thread, arguments[0], runtime::Deadline::never());
}

Status lock_release(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  return host_call(thread, [&] { lock_of(arguments[0])->impl.release(); });
}

Status lock_locked(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(lock_of(arguments[0])->impl.locked());
  return Status::Ok;
}

Status lock_repr(ThreadState& thread, Values arguments, Value& result) {
  const char* state = lock_of(arguments[0])->impl.locked() ? "locked" : "unlocked";
  result = Value::object(make_str_utf8(
      thread, text("<", state, " _thread.lock object at ", address_text(arguments[0].as_object()), ">")));
  return Status::Ok;
}

// ---- threads ----

ThreadHandle* handle_of(Value value) { return static_cast<ThreadHandle*>(value.as_object()); }
runtime::Thread& thread_of(Value value) { return **handle_of(value)->thread; }

Value optional_int(ThreadState& thread, std::optional<std::uint64_t> value) {
  return value ? make_int(thread, static_cast<std::int64_t>(*value)) : Value::none();
}

// new_handle(object, name, target_name, daemon): a thread that was not started; name and daemon may
// be None, target_name is "" for none.
Status new_handle(ThreadState& thread, Values arguments, Value& result) {
  std::string name = arguments[1].is_none() ? std::string() : as_str(arguments[1])->to_utf8();
  std::string target_name = as_str(arguments[2])->to_utf8();
  std::optional<bool> daemon;
  if (!arguments[3].is_none()) daemon = arguments[3].is_true();
  Value handle = Value::unbound();
  Status status = host_call(thread, [&] {
    handle = make_thread_handle(thread, PythonThread::create(thread.interpreter, std::move(name), target_name, daemon), arguments[0]);
  });
  result = handle;
  return status;
}

Status handle_start(ThreadState& thread, Values arguments, Value& result) {
  result = Value::none();
  auto* python_thread = static_cast<PythonThread*>(handle_of(arguments[0])->thread->get());
  return host_call(thread, [&] { python_thread->start_calling(thread, arguments[0], arguments[1]); });
}

Status handle_join(ThreadState& thread, Values arguments, Value& result) {
  std::optional<runtime::Nanoseconds> timeout;
  if (!arguments[1].is_none()) {
    std::int64_t span = 0;
    Status status = nanoseconds_argument(thread, arguments[1], span);
    if (status != Status::Ok) return status;
    timeout = span;
  }
  runtime::Deadline deadline = runtime::Deadline::never();
  Status status = host_call(thread, [&] {
    thread_of(arguments[0]).check_joinable();
    deadline = runtime::join_deadline(timeout);
  });
  if (status != Status::Ok) return status;
  result = Value::none();
  thread.wait = {};
  thread.wait.target = &thread_of(arguments[0]).finished();
  thread.wait.deadline = deadline;
  thread.wait.keep = arguments[0];
  thread.wait.activity = static_cast<std::uint8_t>(ThreadActivity::Joining);
  thread.wait.finish = [](ThreadState&, WaitRequest&, runtime::WaitResult, Value& out) {
    out = Value::none();
    return Status::Ok;
  };
  return Status::Wait;
}

Status handle_is_alive(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(thread_of(arguments[0]).is_alive());
  return Status::Ok;
}
Status handle_name(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_str_utf8(thread, thread_of(arguments[0]).name()));
  return Status::Ok;
}
Status handle_set_name(ThreadState&, Values arguments, Value& result) {
  thread_of(arguments[0]).set_name(as_str(arguments[1])->to_utf8());
  result = Value::none();
  return Status::Ok;
}
Status handle_ident(ThreadState& thread, Values arguments, Value& result) {
  result = optional_int(thread, thread_of(arguments[0]).ident());
  return Status::Ok;
}
Status handle_native_id(ThreadState& thread, Values arguments, Value& result) {
  result = optional_int(thread, thread_of(arguments[0]).native_id());
  return Status::Ok;
}
Status handle_daemon(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(thread_of(arguments[0]).daemon());
  return Status::Ok;
}
Status handle_set_daemon(ThreadState& thread, Values arguments, Value& result) {
  bool daemon = false;
  Status status = truth(thread, arguments[1], daemon);
  if (status != Status::Ok) return status;
  result = Value::none();
  return host_call(thread, [&] { thread_of(arguments[0]).set_daemon(daemon); });
}
Status handle_object(ThreadState&, Values arguments, Value& result) {
  result = handle_of(arguments[0])->object.load();
  return Status::Ok;
}
Status handle_set_object(ThreadState&, Values arguments, Value& result) {
  handle_of(arguments[0])->object.store(arguments[1]);
  result = Value::none();
  return Status::Ok;
}

// current(): the calling thread's handle.
Status current(ThreadState& thread, Values, Value& result) {
  result = thread.thread_object;
  return Status::Ok;
}

Status main_handle(ThreadState& thread, Values, Value& result) {
  result = thread.interpreter.main_thread_handle;
  return Status::Ok;
}

// live(): the handles of the live threads, in the order they were started; the main thread first.
Status live(ThreadState& thread, Values, Value& result) {
  List* list = make_list(thread);
  for (const runtime::ThreadPtr& each : thread.interpreter.registry->threads()) {
    if (each == thread.interpreter.registry->main_thread()) {
      list_append(thread, list, thread.interpreter.main_thread_handle);
    } else if (Object* handle = static_cast<PythonThread*>(each.get())->handle()) {
      list_append(thread, list, Value::object(handle));
    }
  }
  result = Value::object(list);
  return Status::Ok;
}

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

std::span<const NativeDef> thread_handle_methods() {
  static constexpr NativeDef kMethods[] = {
      {"start(self, function, /)", handle_start},
      {"join(self, timeout=None, /)", handle_join},
      {"is_alive(self, /)", handle_is_alive},
      {"name(self, /)", handle_name},
      {"set_name(self, name, /)", handle_set_name},
      {"ident(self, /)", handle_ident},
      {"native_id(self, /)", handle_native_id},
      {"daemon(self, /)", handle_daemon},
      {"set_daemon(self, daemon, /)", handle_set_daemon},
      {"object(self, /)", handle_object},
      {"set_object(self, object, /)", handle_set_object},
  };
  return kMethods;
}

std::span<const NativeDef> threading_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"allocate_lock()", allocate_lock},
      {"new_handle(object, name, target_name, daemon, /)", new_handle},
      {"current()", current},
      {"main_handle()", main_handle},
      {"live()", live},
  };
  return kFunctions;
}

}  // namespace threadbook::python
