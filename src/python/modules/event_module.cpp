// Permits and Flag: what threading.Semaphore and threading.Event are bindings of.
#include "python/modules/host_call.h"
#include "python/modules/thread_module.h"
#include "python/objects/operations.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// ---- Permits ----

runtime::Semaphore& permits_of(Value value) { return handle_as<SemaphoreObject>(value)->impl; }

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
  const bool acquired = permits_of(arguments[0]).try_acquire();
  result = Value::boolean(acquired);
  if (acquired || !blocking) return Status::Ok;
  runtime::Deadline deadline = runtime::Deadline::never();
  status = wait_deadline(thread, arguments[2], deadline, FirstStep::Add);
  if (status != Status::Ok || deadline == runtime::Deadline::passed()) return status;
  return wait_for(thread, permits_of(arguments[0]), deadline, arguments[0]);
}

// release(n)
Status permits_release(ThreadState& thread, Values arguments, Value& result) {
  std::int64_t count = 0;
  Status status = int_argument(thread, arguments[1], count);
  if (status != Status::Ok) return status;
  result = Value::none();
  return host_call(thread, [&] { permits_of(arguments[0]).release(count); });
}

Status permits_value(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, permits_of(arguments[0]).value());
  return Status::Ok;
}

// ---- Flag ----

runtime::Event& flag_of(Value value) { return handle_as<EventObject>(value)->impl; }

Status flag_new(ThreadState& thread, Values arguments, Value& result) {
  result = Value::object(make_handle<EventObject>(thread, arguments[0], HandleKind::Event));
  return Status::Ok;
}

Status flag_is_set(ThreadState&, Values arguments, Value& result) {
  result = Value::boolean(flag_of(arguments[0]).is_set());
  return Status::Ok;
}

Status flag_set(ThreadState&, Values arguments, Value& result) {
  flag_of(arguments[0]).set();
  result = Value::none();
  return Status::Ok;
}

Status flag_clear(ThreadState&, Values arguments, Value& result) {
  flag_of(arguments[0]).clear();
  result = Value::none();
  return Status::Ok;
}

// wait(timeout): is it set?
Status flag_wait(ThreadState& thread, Values arguments, Value& result) {
  const bool is_set = flag_of(arguments[0]).is_set();
  result = Value::boolean(is_set);
  if (is_set) return Status::Ok;
  runtime::Deadline deadline = runtime::Deadline::never();
  Status status = wait_deadline(thread, arguments[1], deadline);
  if (status != Status::Ok) return status;
  return wait_for(thread, flag_of(arguments[0]), deadline, arguments[0]);
}

constexpr NativeDef kPermitsMethods[] = {
    {"__new__(cls, value, bounded, /)", permits_new},
    {"acquire(self, blocking, timeout, /)", permits_acquire},
    {"release(self, n, /)", permits_release},
    {"value(self, /)", permits_value},
};

constexpr NativeDef kFlagMethods[] = {
    {"__new__(cls)", flag_new},     {"is_set(self, /)", flag_is_set},      {"set(self, /)", flag_set},
    {"clear(self, /)", flag_clear}, {"wait(self, timeout, /)", flag_wait},
};

}  // namespace

void add_events(ThreadState& thread, Module& module) {
  add_handle_class(thread, module, "Permits", kPermitsMethods);
  add_handle_class(thread, module, "Flag", kFlagMethods);
}

}  // namespace threadbook::python
