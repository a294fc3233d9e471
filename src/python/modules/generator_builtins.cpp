// next(), the methods of generators, and what library code may do to one.
#include "python/modules/core_builtins.h"

#include "python/objects/operations.h"
#include "python/vm/calls.h"
#include "python/vm/generator.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;

Status next(ThreadState& thread, Values arguments, Value& result) {
  Value iterator = arguments[0];
  if (is_kind(iterator, Kind::Iterator)) {
    auto* wrapper = static_cast<Iterator*>(iterator.as_object());
    if (wrapper->iterator_kind() == IteratorKind::Wrapped) iterator = wrapper->source.load();
  }
  if (is_kind(iterator, Kind::Generator) && arguments[1].is_unbound() &&
      thread.destination.action == ReturnAction::Store) {
    return send_to_generator(thread, iterator, Value::none());
  }
  if (is_kind(iterator, Kind::Iterator)) {
    Status status = iterator_next(thread, iterator, result);
    if (status != Status::Ok || !result.is_unbound()) return status;
    if (arguments[1].is_unbound()) return raise_stop_iteration(thread);
    result = arguments[1];
    return Status::Ok;
  }
  return Status::Fallback;
}

Status generator_next(ThreadState& thread, Values arguments, Value&) {
  return send_to_generator(thread, arguments[0], Value::none());
}
Status generator_send(ThreadState& thread, Values arguments, Value&) {
  return send_to_generator(thread, arguments[0], arguments[1]);
}
Status generator_iter(ThreadState&, Values arguments, Value& result) {
  result = arguments[0];
  return Status::Ok;
}
// raise_in_generator(generator, exception): the exception is raised where the generator stands, in
// the innermost one if it delegates.
Status raise_in_generator(ThreadState& thread, Values arguments, Value& result) {
  auto* generator = static_cast<Generator*>(arguments[0].as_object());
  Value exception = arguments[1];
  Destination destination = thread.destination;
  destination.action = ReturnAction::GeneratorNext;
  for (;;) {
    GeneratorState created = GeneratorState::Created;
    generator->state.compare_exchange_strong(created, GeneratorState::Finished);
    bool delegating = generator->delegating;
    Status status = resume_generator(thread, generator, Value::unbound(), destination);
    if (status == Status::Raised) return status;
    if (status == Status::Ok) break;  // it has ended: raised here
    if (!delegating) break;
    Value inner = generator->frame.registers[generator->frame.pc->b];
    if (!is_kind(inner, Kind::Generator)) break;
    generator = static_cast<Generator*>(inner.as_object());
    destination = {ReturnAction::Delegate, 0, {}};
  }
  (void)result;
  thread.exception = exception;
  return Status::Raised;
}

// foreign_delegate(generator): the iterator that is no generator to which it delegates, perhaps by way of other
// generators; None: it does not.
Status foreign_delegate(ThreadState&, Values arguments, Value& result) {
  result = arguments[0];
  while (is_kind(result, Kind::Generator)) {
    auto* generator = static_cast<Generator*>(result.as_object());
    const bool delegates =
        generator->state.load(std::memory_order_acquire) == GeneratorState::Suspended && generator->delegating;
    result = delegates ? generator->frame.registers[generator->frame.pc->b] : Value::none();
  }
  return Status::Ok;
}

// stop_generator(generator): True if it was not suspended, and is over now.
Status stop_generator(ThreadState&, Values arguments, Value& result) {
  auto* generator = static_cast<Generator*>(arguments[0].as_object());
  GeneratorState created = GeneratorState::Created;
  bool stopped = generator->state.compare_exchange_strong(created, GeneratorState::Finished) ||
                 created == GeneratorState::Finished;
  result = Value::boolean(stopped);
  return Status::Ok;
}

}  // namespace

std::span<const NativeDef> generator_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"next(iterator, default=..., /)", native<next>},
  };
  return kFunctions;
}

std::span<const NativeDef> generator_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"raise_in_generator(generator, exception, /)", native<raise_in_generator>},
      {"foreign_delegate(generator, /)", native<foreign_delegate>},
      {"stop_generator(generator, /)", native<stop_generator>},
  };
  return kFunctions;
}

std::span<const NativeDef> generator_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__iter__(self, /)", native<generator_iter>},
      {"__next__(self, /)", native<generator_next>},
      {"send(self, value, /)", native<generator_send>},
      {"throw(self, typ, val=..., tb=None, /)", native<to_python>},
      {"close(self, /)", native<to_python>},
  };
  return kMethods;
}

}  // namespace threadbook::python
