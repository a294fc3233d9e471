// Generators, frames and code as the heap and repr() meet them (objects/machine_objects.h), and what a frame keeps
// alive.
#include "python/vm/machine_objects.h"

#include "python/objects/representation.h"
#include "python/objects/str.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"

namespace threadbook::python {

namespace {

struct LiveRegisters {
  std::uint16_t count;   // from 0 on
  std::uint16_t except;  // but for this one
};

// A frame that waits for a call, or to be resumed, needs neither the function nor the arguments any more, nor any
// register above: temporaries are given out like a stack. Nor does it need what the result is going to replace, unless
// that is a variable. So what `del` removed is not kept by what is left of it. A call of getattr() keeps what it was
// given, for the words of an error.
LiveRegisters live_registers(const Frame& frame) {
  const std::vector<Instruction>& instructions = frame.code->code->instructions;
  std::ptrdiff_t at = frame.pc - frame.code->instructions - 1;
  if (at >= 0 && instructions[static_cast<std::size_t>(at)].op == Op::Extra) --at;
  if (at >= 0) {
    const Instruction* last = &instructions[static_cast<std::size_t>(at)];
    switch (last->op) {
      case Op::Call:
      case Op::CallMethod:
      case Op::CallKw:
      case Op::CallEx: {
        const std::uint16_t first = getattr_arguments(frame.registers, *last);
        const std::uint16_t count = first == 0 ? last->a : static_cast<std::uint16_t>(first + 2);
        return {count, last->c < frame.code->local_names.size() ? kNone : last->c};
      }
      case Op::Yield: {
        // A generator that is not running: the value has been given away, and what is sent will replace R[a].
        const std::size_t temporaries = frame.code->code->first_free + frame.code->code->free_names.size();
        if (last->a >= temporaries) return {last->a, kNone};
        if (last->b >= temporaries) return {last->b, kNone};
        break;
      }
      default: break;
    }
  }
  return {frame.code->code->registers, kNone};
}

void trace_frame_object(const FrameObject& object, Marker& marker) {
  marker.visit(object.back), marker.visit(object.locals), marker.visit(object.destination.extra);
  marker.visit(object.trace), marker.visit(object.pending), marker.visit(object.called);
  marker.visit(object.generator);
  for (std::uint32_t i = 0; i < object.kept; ++i) marker.visit(object.variables[i]);
}

void trace_generator(const Generator& generator, Marker& marker) {
  marker.visit(generator.name), marker.visit(generator.qualname), marker.visit(generator.frame_object);
  marker.visit(generator.recipe), marker.visit(generator.cursors.load(std::memory_order_relaxed));
  // A running one is visited once more, as one of its thread's frames; one that has ended needs nothing.
  GeneratorState state = generator.state.load(std::memory_order_relaxed);
  if (state != GeneratorState::Running && state != GeneratorState::Finished) {
    trace_frame(generator.frame, state == GeneratorState::Suspended, marker);
  }
}

std::size_t size_of(const Object* object) {
  switch (object->kind) {
    case Kind::Generator: return sizeof(Generator) + static_cast<const Generator*>(object)->registers * sizeof(Value);
    case Kind::Frame:
      return sizeof(FrameObject) + static_cast<const FrameObject*>(object)->variable_count() * sizeof(Value);
    default: return sizeof(CodeObject);
  }
}

std::size_t trace_object(Object* object, Marker& marker) {
  switch (object->kind) {
    case Kind::Generator: trace_generator(*static_cast<Generator*>(object), marker); break;
    case Kind::Frame: trace_frame_object(*static_cast<FrameObject*>(object), marker); break;
    default: break;  // a code object's LinkedCode lives as long as the run
  }
  return size_of(object);
}

// A generator that stands outside of every `try` just goes.
bool runs_when_closed(const Object* object) { return is_left_unfinished(*static_cast<const Generator*>(object)); }
bool has_ended(const Object* object) {
  return static_cast<const Generator*>(object)->state.load(std::memory_order_relaxed) == GeneratorState::Finished;
}

std::string_view library_file(const Function* function) {
  const Code& code = *function->code->code;
  constexpr std::string_view kBegin = "<library ";
  const std::string_view file = code.filename;
  if (!code.has(Code::kLibrary) || !file.starts_with(kBegin)) return {};
  return file.substr(kBegin.size(), file.size() - kBegin.size() - 1);
}

void write_repr(RealmThread& thread, Object* object, StrBuilder& out) {
  const std::string address = address_text(thread, Value::object(object));
  switch (object->kind) {
    case Kind::Generator:
      out.append_utf8(
          text("<generator object ", static_cast<Generator*>(object)->qualname->to_utf8(), " at ", address, ">"));
      break;
    case Kind::Frame: {
      auto* frame = static_cast<FrameObject*>(object);
      const Code& code = *frame->code->code;
      out.append_utf8(text("<frame at ", address, ", file '", code.filename, "', line ", std::to_string(line_of(frame)),
                           ", code ", code.name, ">"));
      break;
    }
    default: {
      const Code& code = *static_cast<CodeObject*>(object)->code->code;
      out.append_utf8(text("<code object ", code.name, " at ", address, ", file \"", code.filename, "\", line ",
                           std::to_string(code.first_line), ">"));
    }
  }
}

}  // namespace

MachineObjects machine_objects() {
  return {trace_object, size_of, runs_when_closed, has_ended, library_file, write_repr};
}

bool is_left_unfinished(const Generator& generator) {
  if (generator.state.load(std::memory_order_relaxed) != GeneratorState::Suspended) return false;
  const Frame& frame = generator.frame;
  auto at =
      static_cast<std::uint32_t>(frame.pc - frame.code->instructions);  // one that delegates stands at its YieldFrom
  if (generator.delegating) {
    const Value inner = frame.registers[frame.pc->b];
    if (!is_kind(inner, Kind::Generator)) return true;
  } else {
    --at;
  }
  for (const ExceptionRange& range : frame.code->code->exception_ranges) {
    if (at >= range.begin && at < range.end) return true;
  }
  return false;
}

void trace_frame(const Frame& frame, bool waiting, Marker& marker) {
  if (frame.code == nullptr) return;
  const std::uint16_t all = frame.code->code->registers;
  const LiveRegisters live = waiting ? live_registers(frame) : LiveRegisters{all, kNone};
  // Once the frame goes on all its registers count again: what is not marked now must not be found there then.
  for (std::uint16_t i = live.count; i < all; ++i) frame.registers[i] = Value::unbound();
  if (live.except < live.count) frame.registers[live.except] = Value::unbound();
  for (std::uint16_t i = 0; i < live.count; ++i) marker.visit(frame.registers[i]);
  marker.visit(frame.function);
  marker.visit(frame.handled);
  marker.visit(frame.destination.extra);
  marker.visit(frame.class_names);
  marker.visit(frame.generator);
}

}  // namespace threadbook::python
