// Permits and Flag: what threading.Semaphore and threading.Event are bindings of.
#include "python/modules/host_call.h"
#include "python/modules/thread_module.h"
#include "python/modules/waiting.h"
#include "python/objects/operations.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- Permits ----

SemaphoreObject* permits_of(Value value) { return handle_as<SemaphoreObject>(value); }

// Permits(value, bounded): a semaphore; if `bounded`, `value` is also its limit.
Status permits_new(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t value = 0;
  Status status = int_argument(thread, arguments[1], value);
  if (status != Status::Ok) return status;
  const std::int64_t maximum = arguments[2].is_true() ? value : runtime::Semaphore::kMaximum;
  return host_call(thread, [&] {
    result = Value::object(make_handle<SemaphoreObject>(thread, arguments[0], HandleKind::Semaphore, value, maximum));
  });
}

// acquire(blocking, timeout)
Status permits_acquire(ThreadState& thread, Values arguments, Value& result) {
  bool blocking = false;
  Status status = truth(thread, arguments[1], blocking);
  if (status != Status::Ok) return status;
  if (!blocking && !arguments[2].is_none()) {
    return raise(thread, ExceptionType::ValueError, runtime::messages::kSemaphoreTimeout);
  }
  SemaphoreObject* permits = permits_of(arguments[0]);
  if (!thread.is_watched() && permits->impl.try_acquire()) return got(thread, *permits, result);
  result = Value::boolean(false);
  if (!blocking && !thread.is_watched()) return Status::Ok;
  runtime::Span span = blocking ? runtime::Span::forever() : runtime::Span::none();
  if (blocking) status = timeout_argument(thread, arguments[2], span, FirstStep::Add);
  if (status != Status::Ok || (span.is_none() && !thread.is_watched())) return status;
  return wait_for(thread, {.target = &permits->impl, .activity = permits->purpose(), .of = arguments[0], .span = span});
}

// release(n)
Status permits_release(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t count = 0;
  Status status = int_argument(thread, arguments[1], count);
  if (status != Status::Ok) return status;
  SemaphoreObject* permits = permits_of(arguments[0]);
  status = host_call(thread, [&] { permits->impl.release(count); });
  return status == Status::Ok ? released(thread, *permits, result) : status;
}

Status permits_value(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, permits_of(arguments[0])->impl.value());
  return Status::Ok;
}

// ---- Flag ----

EventObject* flag_of(Value value) { return handle_as<EventObject>(value); }

Status flag_new(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_handle<EventObject>(thread, arguments[0], HandleKind::Event));
  return Status::Ok;
}

Status flag_is_set(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(flag_of(arguments[0])->impl.is_set());
  return Status::Ok;
}

Status flag_set(ThreadState& thread, Values arguments, Value& result) {
  flag_of(arguments[0])->impl.set();
  return released(thread, *flag_of(arguments[0]), result);
}

Status flag_clear(ThreadState& thread, Values arguments, Value& result) {
  EventObject* flag = flag_of(arguments[0]);
  flag->impl.clear();
  thread.tell_cheap(EventKind::Unset, flag->purpose(), flag);
  result = Value::none();
  return Status::Ok;
}

// wait(timeout): is it set?
Status flag_wait(ThreadState& thread, Values arguments, Value& result) {
  EventObject* flag = flag_of(arguments[0]);
  if (!thread.is_watched() && flag->impl.is_set()) return got(thread, *flag, result);
  runtime::Span span = runtime::Span::forever();
  Status status = timeout_argument(thread, arguments[1], span);
  if (status != Status::Ok) return status;
  return wait_for(thread, {.target = &flag->impl, .activity = flag->purpose(), .of = arguments[0], .span = span});
}

constexpr NativeDef kPermitsMethods[] = {
    {"__new__(cls, value, bounded, /)", native<permits_new>},
    {"acquire(self, blocking, timeout, /)", native<permits_acquire>},
    {"release(self, n, /)", operation<permits_release, 2, Touch::Writes>},
    {"value(self, /)", operation<permits_value, 1, Touch::Reads>},
};

constexpr NativeDef kFlagMethods[] = {
    {"__new__(cls)", native<flag_new>},
    {"is_set(self, /)", operation<flag_is_set, 1, Touch::Reads>},
    {"set(self, /)", operation<flag_set, 1, Touch::Writes>},
    {"clear(self, /)", operation<flag_clear, 1, Touch::Writes>},
    {"wait(self, timeout, /)", native<flag_wait>},
};

}  // namespace

void add_events(ThreadState& thread, Module& module) {
  add_handle_class(thread, module, "Permits", kPermitsMethods);
  add_handle_class(thread, module, "Flag", kFlagMethods);
}

}  // namespace threadbook::python
