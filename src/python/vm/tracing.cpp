#include "python/vm/tracing.h"

#include <algorithm>
#include <utility>

#include "python/objects/containers.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/frame_object.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/world.h"

namespace threadbook::python {

namespace {

enum class TraceEvent : std::uint8_t { Call, Line, Return, Exception, Opcode, CCall, CReturn, CException };

std::string_view name_of(TraceEvent event) {
  constexpr std::string_view kNames[] = {"call",   "line",   "return",   "exception",
                                         "opcode", "c_call", "c_return", "c_exception"};
  return kNames[static_cast<std::size_t>(event)];
}

// What goes on once the function has been told.
enum class After : std::uint8_t { Instruction, Unwinding, Yield, Nothing };

bool is_program(const Frame* frame) { return !frame->code->code->has(Code::kLibrary); }

// Has the trace function (`profile`: the profile function) called with an event of `object`'s frame. Ok: there is
// nobody to tell.
Status tell(ThreadState& thread, FrameObject* object, bool profile, TraceEvent event, Value argument, After after) {
  Tracing& tracing = thread.tracing;
  Value function = profile ? tracing.profile : tracing.function;
  // The frame's own function is told of all but the call, unless tracing was switched off meanwhile.
  if (!profile && event != TraceEvent::Call && !function.is_none()) function = object->trace.load();
  if (function.is_none()) return Status::Ok;
  object->event = static_cast<std::uint8_t>(event);
  object->after = static_cast<std::uint8_t>(after);
  const Destination destination{ReturnAction::Traced, std::uint16_t{profile}, Value::object(object)};
  const Value name = Value::object(thread.interpreter.intern(name_of(event)));
  Value ignored;
  const Status status =
      call_library(thread, "operation__trace", {function, Value::object(object), name, argument}, destination, ignored);
  ++tracing.inside;
  if (status == Status::Raised) trace_failed(thread, destination);
  return status;
}

// What CPython calls a builtin function: not a class.
Value builtin_called(ThreadState& thread, const Frame* frame, const Instruction& in) {
  const Value callable = frame->registers[in.a];
  auto is_builtin = [&](Value value) {
    if (is_kind(value, Kind::Function))
      return static_cast<Function*>(value.as_object())->code->code->has(Code::kLibrary);
    if (!is_kind(value, Kind::NativeFunction)) return false;
    return static_cast<NativeFunction*>(value.as_object())->signature->name != thread.interpreter.names.new_;
  };
  if (is_kind(callable, Kind::BoundMethod)) {
    return is_builtin(static_cast<BoundMethod*>(callable.as_object())->function) ? callable : Value::unbound();
  }
  if (!is_builtin(callable)) return Value::unbound();
  const bool may_have_self = in.op == Op::CallMethod || in.op == Op::CallKw;
  if (!may_have_self || frame->registers[in.a + 1].is_unbound()) return callable;
  return bind_method(thread, callable, frame->registers[in.a + 1]);
}

bool is_of_line(const FrameObject* object, std::uint32_t index) { return !object->code->code->lineless[index]; }

// Does a line begin at `index`, for who was at object->last before? Jumping back begins one, too.
bool begins_line(const FrameObject* object, std::uint32_t index, Op op) {
  if (!is_of_line(object, index)) return false;
  if (object->lined == FrameObject::kNone) return true;
  const auto& spans = object->code->code->spans;
  return spans[index].line != spans[object->lined].line || (index < object->last && op != Op::YieldFrom);
}

// The frame begins (at instruction 0), or goes on behind the yield at `index`.
void note_entry(FrameObject* object, std::uint32_t index) {
  object->shown = index == 0 ? FrameObject::kEntry : index;
  object->last = object->lined = index == 0 ? FrameObject::kNone : index;
}

}  // namespace

void set_tracing(ThreadState& thread, bool profile, Value function, bool all) {
  // At once, so that the collector sees it while this thread waits for the others.
  (profile ? thread.tracing.profile : thread.tracing.function) = function;
  auto set = [&] {
    bool any = false;
    for (ThreadState* other : thread.interpreter.threads()) {
      if (all) (profile ? other->tracing.profile : other->tracing.function) = function;
      any |= !other->tracing.function.is_none() || !other->tracing.profile.is_none();
      if (!all && other != &thread) continue;
      // Where its frames are now is nothing new.
      for (Frame* frame = other->frame; frame != nullptr; frame = frame->caller) {
        if (frame->generator != nullptr) frame->generator->resumed = false;
        FrameObject* object = object_of(*frame);
        if (object == nullptr || other->tracing.inside != 0) continue;
        remember_place(object);
        if (other == &thread) object->step = 0;
        if (other->tracing.profile.is_none()) object->called = Value::unbound();
      }
    }
    thread.interpreter.linker.set_traced(any);
  };
  while (!thread.interpreter.world->stop_and(set)) {
  }
}

Status trace_instruction(ThreadState& thread) {
  Frame* frame = thread.frame;
  Tracing& tracing = thread.tracing;
  FrameObject* object = object_of(*frame);
  if (!tracing.is_on()) {
    if (object != nullptr) {
      object->step = 0;
      object->shown = FrameObject::kNone;
      object->called = Value::unbound();
    }
    if (frame->generator != nullptr) frame->generator->resumed = false;
    return Status::Ok;
  }
  if (frame->generator != nullptr) frame->generator->delegating = false;  // a YieldFrom begins anew
  const std::uint32_t index = instruction_of(frame);
  const Instruction& in = frame->code->original(frame->pc - 1);
  auto tell_of = [&](bool profile, TraceEvent event, Value argument) {
    return tell(thread, object, profile, event, argument, After::Instruction);
  };
  for (std::uint8_t step = object == nullptr ? 0 : object->step;;) {
    Status status = Status::Ok;
    if (object != nullptr) object->step = step + 1;
    switch (step) {
      case 0:  // what was called has returned
        if (object != nullptr && !object->called.is_unbound()) {
          object->shown = object->last;
          status = tell_of(true, TraceEvent::CReturn, std::exchange(object->called, Value::unbound()));
        }
        break;
      case 1: {  // the frame begins or goes on
        const bool entered = frame->generator != nullptr ? frame->generator->resumed : index == 0;
        if (!entered) {
          step = 3;
          continue;
        }
        object = watch(thread, frame);
        object->step = step + 1;
        if (frame->generator != nullptr) frame->generator->resumed = false;
        const bool behind_yield = index > 0 && frame->code->original(frame->pc - 2).op == Op::Yield;
        note_entry(object, behind_yield ? index - 1 : index);
        status = tell_of(false, TraceEvent::Call, Value::none());
        break;
      }
      case 2: status = tell_of(true, TraceEvent::Call, Value::none()); break;
      case 3:
        if (object == nullptr) break;
        object->shown = is_of_line(object, index) ? FrameObject::kNone : object->lined;
        if (object->trace_lines && begins_line(object, index, in.op))
          status = tell_of(false, TraceEvent::Line, Value::none());
        break;
      case 4:
        if (object != nullptr && object->trace_opcodes) status = tell_of(false, TraceEvent::Opcode, Value::none());
        break;
      case 5:
      case 6: {  // a value is returned, a builtin called
        const bool profile = step == 6;
        const bool returns = in.op == Op::Return || in.op == Op::Yield;
        const bool calls = in.op == Op::Call || in.op == Op::CallMethod || in.op == Op::CallKw || in.op == Op::CallEx;
        if (profile && !tracing.profile.is_none() && (returns || calls)) {
          object = watch(thread, frame);
          object->step = step + 1;
        }
        if (object == nullptr) break;
        if (returns) {
          status = tell_of(profile, TraceEvent::Return, frame->registers[in.op == Op::Return ? in.a : in.b]);
        } else if (calls && profile && !tracing.profile.is_none()) {
          const Value called = builtin_called(thread, frame, in);
          if (called.is_unbound()) break;
          status = tell_of(true, TraceEvent::CCall, called);
          if (status == Status::Pushed) object->called = called;
        }
        break;
      }
      default:
        if (object == nullptr) return Status::Ok;
        object->step = 0;
        object->last = index;
        if (is_of_line(object, index)) object->lined = index;
        return Status::Ok;
    }
    if (status != Status::Ok) return status;
    ++step;
  }
}

void keep_told(ThreadState& thread) {
  constexpr std::uint8_t kAllTold = 7;
  if (FrameObject* object = object_of(*thread.frame); object != nullptr && thread.tracing.is_on())
    object->step = kAllTold;
}

Status trace_delegated_yield(ThreadState& thread, Value value) {
  Frame* frame = thread.frame;
  std::uint8_t step = std::exchange(thread.tracing.resumed, std::uint8_t{0});
  if (!frame->generator->delegating || !is_program(frame)) return Status::Ok;
  FrameObject* object = object_of(*frame);
  if (!thread.tracing.profile.is_none()) object = watch(thread, frame);
  if (object == nullptr) return Status::Ok;
  for (; step < 2; ++step) {
    object->step = step + 1;
    object->pending = value;
    const Status status = tell(thread, object, step == 1, TraceEvent::Return, value, After::Yield);
    if (status != Status::Ok) return status;
  }
  object->step = 0;
  object->pending = Value::unbound();
  object->last = instruction_of(frame);
  return Status::Ok;
}

namespace {

// What there may be to tell of while an exception unwinds a frame, in this order.
enum : std::uint8_t { kBuiltin, kEntry, kEntryProfiled, kException, kHandlers, kLeavingProfiled, kLeft };
static_assert(kLeavingProfiled == kToldOfHandlers);

Value exception_triple(ThreadState& thread, Value exception) {
  const Value items[] = {Value::object(class_of(thread, exception)), exception,
                         static_cast<Exception*>(exception.as_object())->traceback.load()};
  return Value::object(python::make_tuple(thread, std::span<const Value>(items)));
}

// Tells of what `step` of unwinding the running frame has to tell. True: a function runs first.
bool tell_of_unwinding(ThreadState& thread, FrameObject* object, std::uint8_t step, bool profile, TraceEvent event,
                       Value argument) {
  object->step = step + 1;
  const Value exception = std::exchange(thread.exception, Value::unbound());
  object->pending = exception;
  const Status status = tell(thread, object, profile, event, argument, After::Unwinding);
  if (status == Status::Pushed) return true;
  object->pending = Value::unbound();
  if (thread.exception.is_unbound()) thread.exception = exception;
  return false;
}

}  // namespace

bool trace_exception(ThreadState& thread, std::uint8_t told, bool reraised) {
  Frame* frame = thread.frame;
  Generator* generator = frame->generator;
  const bool entered = generator != nullptr && generator->resumed;  // by throw()
  try {
    FrameObject* object = entered ? watch(thread, frame) : object_of(*frame);
    if (object == nullptr) return false;
    auto tell_of = [&](bool profile, TraceEvent event, Value argument) {
      return tell_of_unwinding(thread, object, told, profile, event, argument);
    };
    for (; told < kHandlers; ++told) {
      bool waits = false;
      switch (told) {
        case kBuiltin:
          if (!object->called.is_unbound())
            waits = tell_of(true, TraceEvent::CException, std::exchange(object->called, Value::unbound()));
          break;
        case kEntry:
          if (!entered) {
            ++told;
            break;
          }
          generator->resumed = false;
          note_entry(object, instruction_of(frame));
          waits = tell_of(false, TraceEvent::Call, Value::none());
          break;
        case kEntryProfiled: waits = tell_of(true, TraceEvent::Call, Value::none()); break;
        default:
          object->shown = FrameObject::kNone;
          if (reraised || thread.tracing.function.is_none() || object->trace.load().is_none()) break;
          waits = tell_of(false, TraceEvent::Exception, exception_triple(thread, thread.exception));
      }
      if (waits) return true;
    }
    object->step = 0;
  } catch (const HeapExhausted&) {
    // The exception matters more than who wanted to hear of it.
  }
  return false;
}

bool trace_leaving(ThreadState& thread, std::uint8_t told) {
  Frame* frame = thread.frame;
  try {
    FrameObject* object = thread.tracing.profile.is_none() ? object_of(*frame) : watch(thread, frame);
    if (object == nullptr) return false;
    for (told = std::max<std::uint8_t>(told, kHandlers); told < kLeft; ++told) {
      if (tell_of_unwinding(thread, object, told, told == kLeavingProfiled, TraceEvent::Return, Value::none()))
        return true;
    }
  } catch (const HeapExhausted&) {
    // As above.
  }
  return false;
}

Status trace_stop_iteration(ThreadState& thread) {
  const Value exception = std::exchange(thread.exception, Value::unbound());
  if (!thread.tracing.is_on()) return Status::Ok;
  FrameObject* object = object_of(*thread.frame);
  if (object == nullptr || thread.tracing.function.is_none() || object->trace.load().is_none()) return Status::Ok;
  try {
    return tell(thread, object, false, TraceEvent::Exception, exception_triple(thread, exception), After::Nothing);
  } catch (const HeapExhausted&) {
    return Status::Ok;  // as above
  }
}

Status traced(ThreadState& thread, const Destination& destination, Value value) {
  auto* object = static_cast<FrameObject*>(destination.extra.as_object());
  const bool profile = destination.reg != 0;
  --thread.tracing.inside;
  if (!profile && !value.is_none()) object->trace.store(value);
  const Value pending = std::exchange(object->pending, Value::unbound());
  switch (static_cast<After>(object->after)) {
    case After::Nothing: return Status::Ok;
    case After::Instruction: --thread.frame->pc; return Status::Ok;
    case After::Unwinding:
      thread.tracing.resumed = object->step;
      thread.exception = pending;
      return Status::Raised;
    case After::Yield:
      if (thread.tracing.is_on()) thread.tracing.resumed = object->step;
      return generator_yielded(thread, pending);
  }
  return Status::Ok;
}

bool trace_failed(ThreadState& thread, const Destination& destination) {
  auto* object = static_cast<FrameObject*>(destination.extra.as_object());
  const bool profile = destination.reg != 0;
  --thread.tracing.inside;
  set_tracing(thread, profile, Value::none(), false);
  if (!profile) object->trace.store(Value::none());
  object->pending = object->called = Value::unbound();
  object->shown = FrameObject::kNone;
  object->step = 0;
  const auto event = static_cast<TraceEvent>(object->event);
  return event == TraceEvent::Call || event == TraceEvent::Return;
}

}  // namespace threadbook::python
