#include "python/vm/unwind.h"

#include "python/objects/operations.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/calls.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"
#include "python/vm/interpreter.h"
#include "python/vm/traceback.h"
#include "python/vm/tracing.h"

namespace threadbook::python {

namespace {

// `exception` is raised while `handled` is being handled: remember that, without making a cycle.
void set_context(Exception* exception, Value handled) {
  if (handled.is_none() || handled == Value::object(exception)) return;
  auto* other = static_cast<Exception*>(handled.as_object());
  for (Exception* e = other;;) {
    Value context = e->context.load();
    if (!is_kind(context, Kind::Exception)) break;
    if (context == Value::object(exception)) {
      e->context.store(Value::none());
      break;
    }
    e = static_cast<Exception*>(context.as_object());
  }
  exception->context.store(handled);
}

bool is_exception(ThreadState& thread, const Exception* exception, ExceptionType type) {
  return matches(exception, thread.interpreter.cls(type));
}

}  // namespace

Value stop_iteration_value(const Exception* exception) {
  auto* args = static_cast<Tuple*>(exception->args.load().as_object());
  return args->length > 0 ? args->items[0] : Value::none();
}

Value handled_exception(ThreadState& thread) {
  for (Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (!frame->handled.is_none()) return frame->handled;
  }
  return Value::none();
}

bool unwind(ThreadState& thread, bool again) {
  // A trace function has been told of it here: this goes on where it was.
  std::uint8_t told = std::exchange(thread.tracing.resumed, std::uint8_t{0});
  bool leaves = told >= kToldOfHandlers;
  if (!again && told == 0)
    set_context(static_cast<Exception*>(thread.exception.as_object()), handled_exception(thread));
  for (;;) {
    Frame* frame = thread.frame;
    auto* exception = static_cast<Exception*>(thread.exception.as_object());
    const Code& code = *frame->code->code;
    if (frame->generator != nullptr && frame->generator->delegating) {
      ++frame->pc;  // it stood at the YieldFrom, not behind it
      frame->generator->delegating = false;
    }
    const std::uint32_t index = instruction_of(frame);
    if (!again && told == 0) add_traceback_entry(thread, exception, frame->code, index);
    const bool traced = thread.tracing.is_on() && !code.has(Code::kLibrary) && (!leaves || told != 0);
    if (traced && !leaves && trace_exception(thread, told, again)) return true;
    again = false;
    for (const ExceptionRange& range : code.exception_ranges) {
      if (leaves || index < range.begin || index >= range.end) continue;
      frame->registers[range.reg] = thread.exception;
      frame->handled = thread.exception;
      frame->pc = frame->code->instructions + range.handler;
      thread.exception = Value::unbound();
      return true;
    }
    if (traced && trace_leaving(thread, told)) return true;
    exception = static_cast<Exception*>(thread.exception.as_object());
    told = 0;
    const Destination destination = leave(frame);
    Generator* generator = frame->generator;
    pop_frame(thread);
    leaves = destination.action == ReturnAction::Traced && trace_failed(thread, destination);
    const bool ends_an_iteration = generator != nullptr || destination.action == ReturnAction::Next ||
                                   destination.action == ReturnAction::Delegate;
    bool stop = ends_an_iteration && is_exception(thread, exception, ExceptionType::StopIteration);
    if (generator != nullptr) {
      generator->state.store(GeneratorState::Finished, std::memory_order_release);
      if (stop) {
        // PEP 479: a StopIteration that leaves a generator is a mistake.
        Value original = thread.exception;
        raise(thread, ExceptionType::RuntimeError, "generator raised StopIteration");
        exception = static_cast<Exception*>(thread.exception.as_object());
        exception->cause.store(original);
        exception->context.store(original);
        exception->suppress_context.store(true);
        stop = false;
      }
    }
    if (destination.action == ReturnAction::Leave) return false;
    if (is_exception(thread, exception, ExceptionType::AttributeError)) name_awaited_attribute(thread, *thread.frame);
    if (stop && destination.action == ReturnAction::Next) {
      if (trace_stop_iteration(thread) == Status::Raised) continue;
      return true;  // the caller's pc stands at the jump out of the loop
    }
    if (stop && destination.action == ReturnAction::Delegate) {
      Frame* caller = thread.frame;
      caller->registers[caller->pc->a] = stop_iteration_value(exception);
      ++caller->pc;
      caller->generator->delegating = false;
      if (trace_stop_iteration(thread) == Status::Raised) continue;
      return true;
    }
  }
}

Status raise_statement(ThreadState& thread, Value exception, Value cause) {
  auto instance_of = [&](Value value, const char* complaint, Value& out) -> Status {
    if (Class* cls = as_class(value); cls != nullptr && cls->has(Class::kException)) {
      Status status = call(thread, value, {nullptr, 0, nullptr}, {}, out);
      if (status == Status::Pushed) {
        // Its __init__ is written in Python: let the library make it, then raise.
        pop_frame(thread);
        return Status::Fallback;
      }
      return status;
    }
    if (!is_kind(value, Kind::Exception)) return raise(thread, ExceptionType::TypeError, complaint);
    out = value;
    return Status::Ok;
  };
  Value instance;
  Status status = instance_of(exception, "exceptions must derive from BaseException", instance);
  Value from = cause;
  if (status == Status::Ok && !cause.is_unbound() && !cause.is_none()) {
    status = instance_of(cause, "exception causes must derive from BaseException", from);
  }
  if (status == Status::Fallback) {
    Value ignored;
    return call_library(thread, "operation__raise", {exception, cause.is_unbound() ? Value::not_implemented() : cause},
                        {ReturnAction::Discard, 0, {}}, ignored);
  }
  if (status != Status::Ok) return status;
  auto* raised = static_cast<Exception*>(instance.as_object());
  if (!cause.is_unbound()) {
    raised->cause.store(from);
    raised->suppress_context.store(true);
  }
  thread.exception = instance;
  return Status::Raised;
}

}  // namespace threadbook::python
