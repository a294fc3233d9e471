#include "python/vm/frame_object.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "python/objects/containers.h"
#include "python/objects/handle.h"
#include "python/objects/live_dict.h"
#include "python/objects/str.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"
#include "python/vm/world.h"

namespace threadbook::python {

namespace {

Value number(std::uint32_t value) { return Value::small_int(value); }

Value names_tuple(ThreadState& thread, const std::vector<std::string>& names) {
  Tuple* tuple = make_tuple(thread, static_cast<std::uint32_t>(names.size()));
  for (std::size_t i = 0; i < names.size(); ++i) tuple->items[i] = Value::object(thread.interpreter.intern(names[i]));
  return Value::object(tuple);
}

// How many variables a frame of `code` leaves behind.
std::uint32_t variables_of(const Code& code) {
  return code.has(Code::kModule) || code.has(Code::kClassBody) ? 0
                                                               : static_cast<std::uint32_t>(code.local_names.size());
}

FrameObject* make_frame(ThreadState& thread, LinkedCode* code, std::uint32_t instruction, std::uint32_t variables) {
  auto* object = thread.heap.make<FrameObject>(Kind::Frame, thread.interpreter.shape(BuiltinClass::Frame),
                                               variables * sizeof(Value));
  object->code = code;
  object->frame = nullptr;
  object->thread = nullptr;
  object->generator = nullptr;
  object->instruction = instruction;
  object->back = nullptr;
  object->locals = Value::none();
  object->destination = {};
  object->trace.initialize(Value::none());
  object->trace_lines.store(true, std::memory_order_relaxed);
  object->trace_opcodes.store(false, std::memory_order_relaxed);
  object->step = object->event = object->after = 0;
  object->shown = object->last = object->lined = FrameObject::kNone;
  object->pending = object->called = Value::unbound();
  object->kept = 0;
  return object;
}

// Frames of another thread are looked at while it stands still.
template <class Look>
void look_at(ThreadState& thread, const FrameObject* object, Look look) {
  const ThreadState* of = object->thread;
  if (!thread.parallel || of == &thread || of == nullptr) return look();
  while (!thread.interpreter.world->stop_and(look)) {
  }
}

// Calls put(name, value) for every variable that has one.
template <class Put>
void each_variable(const LinkedCode* code, const Value* values, std::size_t count, Put put) {
  for (std::size_t i = 0; i < count; ++i) {
    Value value = values[i];
    if (is_kind(value, Kind::Cell)) value = static_cast<Cell*>(value.as_object())->value.load();
    put(code->local_names[i], value);
  }
}

// f_locals: always the same dict, brought up to date.
Value locals_of(ThreadState& thread, FrameObject* object) {
  const Code& code = *object->code->code;
  if (code.has(Code::kModule) || code.has(Code::kClassBody)) {
    Value locals = object->locals;
    look_at(thread, object, [&] {
      if (const Frame* frame = object->frame) locals = frame_locals(thread, frame);
    });
    if (!locals.is_none()) return locals;
    return Value::object(code.has(Code::kModule) ? live_dict(thread, object->code->module) : make_dict(thread));
  }
  if (object->locals.is_none()) object->locals = Value::object(make_dict(thread));
  auto* dict = static_cast<Dict*>(object->locals.as_object());
  std::vector<Value> values;
  look_at(thread, object, [&] {
    const Frame* frame = object->frame;
    const Value* from = frame != nullptr ? frame->registers : object->variables;
    values.assign(from, from + (frame != nullptr ? variables_of(code) : object->kept));
  });
  each_variable(object->code, values.data(), values.size(), [&](Str* name, Value value) {
    if (value.is_unbound()) {
      dict_delete_identical(thread, dict, Value::object(name), hash_of(name));
    } else {
      dict_set_str(thread, dict, name, value);
    }
  });
  return object->locals;
}

// CPython's bits of co_flags.
std::uint32_t code_flags(const Code& code) {
  std::uint32_t flags = code.has(Code::kModule) ? 0 : 3;  // OPTIMIZED, NEWLOCALS
  if (code.has(Code::kVarArgs)) flags |= 4;
  if (code.has(Code::kVarKeywords)) flags |= 8;
  if (code.has(Code::kNested)) flags |= 16;
  if (code.has(Code::kGenerator)) flags |= 32;
  return flags | code.future_features;
}

// What is remembered of a frame of another thread while the world stands still, to make an object of later.
struct Sighting {
  LinkedCode* code;
  std::uint32_t instruction;
  std::vector<Value> variables;  // of a function, as its code names them
};

FrameObject* picture_of(ThreadState& thread, const Sighting& seen) {
  FrameObject* object =
      make_frame(thread, seen.code, seen.instruction, static_cast<std::uint32_t>(seen.variables.size()));
  std::copy(seen.variables.begin(), seen.variables.end(), object->variables);
  object->kept = static_cast<std::uint32_t>(seen.variables.size());
  return object;
}

// The last line that anything in `code` stands on.
std::uint32_t last_line(const Code& code) {
  std::uint32_t line = code.first_line;
  for (const SourceSpan& span : code.spans) line = std::max(line, span.end_line);
  for (const auto& child : code.children) line = std::max(line, last_line(*child));
  return line;
}

}  // namespace

Value code_object(ThreadState& thread, LinkedCode* code) {
  Object* known = code->object.load(std::memory_order_acquire);
  if (known != nullptr) return Value::object(known);
  const ThreadHeap::ForAll for_all(thread.heap);
  auto* made = thread.heap.make<CodeObject>(Kind::CodeProxy, thread.interpreter.shape(BuiltinClass::Code), 0);
  made->code = code;
  if (code->object.compare_exchange_strong(known, made)) known = made;
  return Value::object(known);
}

Value code_attribute(ThreadState& thread, CodeObject* object, Str* name) {
  Interpreter& interpreter = thread.interpreter;
  LinkedCode* linked = object->code;
  const Code& code = *linked->code;
  const std::string text = name->to_utf8();
  if (text == "co_name") return Value::object(linked->name);
  if (text == "co_qualname") return Value::object(linked->qualname);
  if (text == "co_filename") return Value::object(interpreter.intern(code.filename));
  if (text == "co_firstlineno") return number(code.first_line);
  if (text == "_last_line") return number(last_line(code));
  if (text == "co_flags") return number(code_flags(code));
  if (text == "co_argcount") return number(code.positional);
  if (text == "co_posonlyargcount") return number(code.positional_only);
  if (text == "co_kwonlyargcount") return number(code.keyword_only);
  if (text == "co_nlocals") return number(static_cast<std::uint32_t>(code.local_names.size()));
  if (text == "co_stacksize") return number(code.registers);
  if (text == "co_varnames") return names_tuple(thread, code.local_names);
  if (text == "co_names") return names_tuple(thread, code.names);
  if (text == "co_freevars") return names_tuple(thread, code.free_names);
  if (text == "co_consts") {
    return Value::object(python::make_tuple(thread, std::span<const Value>(linked->constants)));
  }
  return Value::unbound();
}

Value frame_globals(ThreadState& thread, const Frame* frame) {
  return Value::object(live_dict(thread, frame == nullptr ? thread.interpreter.main : frame->code->module));
}

Value frame_locals(ThreadState& thread, const Frame* frame) {
  if (frame == nullptr) return frame_globals(thread, frame);
  if (frame->class_names != nullptr) return Value::object(frame->class_names);
  if (frame->code->code->has(Code::kModule)) return frame_globals(thread, frame);
  Dict* dict = make_dict(thread);
  each_variable(frame->code, frame->registers, frame->code->local_names.size(), [&](Str* name, Value value) {
    if (!value.is_unbound()) dict_set_str(thread, dict, name, value);
  });
  return Value::object(dict);
}

Module* program_module(ThreadState& thread) {
  const Frame* frame = program_frame(thread);
  return frame == nullptr ? thread.interpreter.main : frame->code->module;
}

Frame* program_frame(ThreadState& thread) {
  Frame* frame = thread.frame;
  while (frame != nullptr && frame->code->code->has(Code::kLibrary)) frame = frame->caller;
  return frame;
}

Frame* program_frame_above(Frame* frame) {
  do {
    frame = frame->caller;
  } while (frame != nullptr && frame->code->code->has(Code::kLibrary));
  return frame;
}

std::uint32_t instruction_of(const Frame* frame) {
  std::ptrdiff_t index = frame->pc - frame->code->instructions - 1;
  // The pc of a generator that delegates stands at the YieldFrom, not behind it.
  if (frame->generator != nullptr && frame->generator->delegating) ++index;
  return index < 0 ? 0 : static_cast<std::uint32_t>(index);
}

SourceSpan span_of(const LinkedCode* code, std::uint32_t instruction) {
  const auto& spans = code->code->spans;
  return instruction < spans.size() ? spans[instruction] : SourceSpan{};
}

std::size_t FrameObject::variable_count() const { return variables_of(*code->code); }

FrameObject* watch(ThreadState& thread, Frame* frame) {
  if (FrameObject* known = object_of(*frame)) return known;
  // Those of its callers first, so that each finds the one behind it made.
  std::vector<Frame*> frames{frame};
  for (Frame* f = program_frame_above(frame); f != nullptr && object_of(*f) == nullptr; f = program_frame_above(f)) {
    frames.push_back(f);
  }
  FrameObject* object = nullptr;
  for (auto next = frames.rbegin(); next != frames.rend(); ++next) {
    Frame* f = *next;
    object = make_frame(thread, f->code, 0, variables_of(*f->code->code));
    object->frame = f;
    if (f->generator != nullptr) {
      object->generator = f->generator;
      f->generator->frame_object = object;
      continue;
    }
    Frame* above = program_frame_above(f);
    object->back = above == nullptr ? nullptr : object_of(*above);
    object->thread = &thread;
    object->destination = f->destination;
    f->destination = {ReturnAction::Watched, 0, Value::object(object)};
  }
  return object;
}

Destination leave(Frame* frame) {
  FrameObject* object = object_of(*frame);
  if (object == nullptr) return frame->destination;
  object->instruction = instruction_of(frame);
  object->kept = variables_of(*frame->code->code);
  for (std::uint32_t i = 0; i < object->kept; ++i) object->variables[i] = frame->registers[i];
  if (frame->class_names != nullptr) object->locals = Value::object(frame->class_names);
  const Destination destination = destination_of(*frame);
  object->destination = {};
  object->called = object->pending = Value::unbound();
  object->frame = nullptr;
  object->generator = nullptr;
  object->thread = nullptr;
  return destination;
}

Value frame_object(ThreadState& thread, std::int64_t depth) {
  Frame* frame = program_frame(thread);
  for (; frame != nullptr && depth > 0; --depth) frame = program_frame_above(frame);
  return frame == nullptr ? Value::none() : Value::object(watch(thread, frame));
}

Value frames_of_threads(ThreadState& thread) {
  std::vector<std::pair<std::uint64_t, std::vector<Sighting>>> stacks;
  auto look = [&] {
    for (ThreadState* other : thread.interpreter.threads()) {
      if (other->thread_object.is_unbound() || other->frame == nullptr) continue;
      const runtime::Thread& of = **static_cast<ThreadHandle*>(other->thread_object.as_object())->thread;
      std::vector<Sighting>& stack = stacks.emplace_back(of.ident().value_or(0), std::vector<Sighting>()).second;
      for (Frame* frame = program_frame(*other); frame != nullptr; frame = program_frame_above(frame)) {
        const std::uint32_t variables = variables_of(*frame->code->code);
        stack.push_back({frame->code, instruction_of(frame), {frame->registers, frame->registers + variables}});
      }
    }
  };
  while (!thread.interpreter.world->stop_and(look)) {
  }
  // Nobody collects before this thread's next safe point, so the values seen are still there.
  List* frames = make_list(thread);
  std::reverse(stacks.begin(), stacks.end());
  for (const auto& [ident, stack] : stacks) {
    FrameObject* above = nullptr;
    for (auto seen = stack.rbegin(); seen != stack.rend(); ++seen) {
      FrameObject* frame = picture_of(thread, *seen);
      frame->back = above;
      above = frame;
    }
    if (above == nullptr) continue;
    const Value pair[] = {make_int(thread, static_cast<std::int64_t>(ident)), Value::object(above)};
    list_append(thread, frames, Value::object(make_tuple(thread, pair)));
  }
  return Value::object(frames);
}

Value frame_object(ThreadState& thread, const Traceback* entry) {
  return Value::object(make_frame(thread, entry->code, entry->instruction, 0));
}

namespace {

std::uint32_t instruction_of(const FrameObject* object) {
  const Frame* frame = object->frame;
  return frame != nullptr ? instruction_of(frame) : object->instruction;
}

Value back_of(ThreadState& thread, FrameObject* object) {
  if (object->generator == nullptr) return object->back == nullptr ? Value::none() : Value::object(object->back);
  // Only who runs it, this thread, knows what it was called by.
  for (Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (frame != object->frame) continue;
    Frame* above = program_frame_above(frame);
    return above == nullptr ? Value::none() : Value::object(watch(thread, above));
  }
  return Value::none();
}

}  // namespace

std::uint32_t line_of(const FrameObject* object) {
  if (object->shown == FrameObject::kEntry)
    return object->code->code->has(Code::kModule) ? 0 : object->code->code->first_line;
  return span_of(object->code, object->shown == FrameObject::kNone ? instruction_of(object) : object->shown).line;
}

Value frame_attribute(ThreadState& thread, FrameObject* frame, Str* name) {
  const std::string text = name->to_utf8();
  if (text == "f_back") return back_of(thread, frame);
  if (text == "f_code") return code_object(thread, frame->code);
  if (text == "f_lineno" || text == "f_lasti") {
    std::uint32_t line = 0, instruction = 0;
    look_at(thread, frame, [&] { line = line_of(frame), instruction = instruction_of(frame); });
    return number(text == "f_lineno" ? line : instruction);
  }
  if (text == "f_trace") return frame->trace.load();
  if (text == "f_trace_lines") return Value::boolean(frame->trace_lines.load());
  if (text == "f_trace_opcodes") return Value::boolean(frame->trace_opcodes.load());
  if (text == "f_globals") return Value::object(live_dict(thread, frame->code->module));
  if (text == "f_builtins") return Value::object(namespace_dict(thread, thread.interpreter.builtins));
  if (text == "f_locals") return locals_of(thread, frame);
  return Value::unbound();
}

bool set_frame_attribute(ThreadState& thread, FrameObject* frame, Str* name, Value value) {
  const std::string text = name->to_utf8();
  if (text == "f_trace") {
    // It is told of the lines that come, not of the one the frame is at, unless that is just being told of.
    if (frame->frame != nullptr && frame->step == 0 && frame->trace.load().is_none()) remember_place(frame);
    frame->trace.store(value);
    return true;
  }
  if (text == "f_trace_lines" || text == "f_trace_opcodes") {
    if (!value.is_bool()) {
      raise(thread, ExceptionType::TypeError, "attribute value type must be bool");
      return false;
    }
    (text == "f_trace_lines" ? frame->trace_lines : frame->trace_opcodes).store(value.is_true());
    return true;
  }
  if (text == "f_lineno")
    raise(thread, ExceptionType::ValueError, "f_lineno cannot be set here: a frame goes on where it is");
  return false;
}

void remember_place(FrameObject* object) { object->last = object->lined = instruction_of(object); }

}  // namespace threadbook::python
