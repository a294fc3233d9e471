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

FrameObject* make_frame(ThreadState& thread, LinkedCode* code, std::uint32_t instruction, Value locals) {
  auto* object = thread.heap.make<FrameObject>(Kind::Frame, thread.interpreter.shape(BuiltinClass::Frame), 0);
  object->code = code;
  object->instruction = instruction;
  object->back = nullptr;
  object->locals = locals;
  return object;
}

// CPython's bits of co_flags.
std::uint32_t code_flags(const Code& code) {
  std::uint32_t flags = code.has(Code::kModule) ? 0 : 3;  // OPTIMIZED, NEWLOCALS
  if (code.has(Code::kVarArgs)) flags |= 4;
  if (code.has(Code::kVarKeywords)) flags |= 8;
  if (code.has(Code::kNested)) flags |= 16;
  if (code.has(Code::kGenerator)) flags |= 32;
  return flags;
}

// What is remembered of a frame of another thread while the world stands still, to make an object of later.
struct Sighting {
  LinkedCode* code;
  std::uint32_t instruction;
  std::vector<Value> variables;  // of a function, as its code names them
};

Value locals_of(ThreadState& thread, const Sighting& frame) {
  if (frame.code->code->has(Code::kModule)) return Value::object(live_dict(thread, frame.code->module));
  Dict* dict = make_dict(thread);
  for (std::size_t i = 0; i < frame.variables.size(); ++i) {
    Value value = frame.variables[i];
    if (is_kind(value, Kind::Cell)) value = static_cast<Cell*>(value.as_object())->value.load();
    if (!value.is_unbound()) dict_set_str(thread, dict, frame.code->local_names[i], value);
  }
  return Value::object(dict);
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
    return Value::object(make_tuple(thread, std::span<const Value>(linked->constants)));
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
  const auto& names = frame->code->local_names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Value value = frame->registers[i];
    if (is_kind(value, Kind::Cell)) value = static_cast<Cell*>(value.as_object())->value.load();
    if (!value.is_unbound()) dict_set_str(thread, dict, names[i], value);
  }
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
  const std::ptrdiff_t index = frame->pc - frame->code->instructions - 1;
  return index < 0 ? 0 : static_cast<std::uint32_t>(index);
}

SourceSpan span_of(const LinkedCode* code, std::uint32_t instruction) {
  const auto& spans = code->code->spans;
  return instruction < spans.size() ? spans[instruction] : SourceSpan{};
}

Value frame_object(ThreadState& thread, std::int64_t depth) {
  Frame* frame = program_frame(thread);
  for (; frame != nullptr && depth > 0; --depth) frame = program_frame_above(frame);
  FrameObject* first = nullptr;
  FrameObject* last = nullptr;
  for (; frame != nullptr; frame = program_frame_above(frame)) {
    FrameObject* object = make_frame(thread, frame->code, instruction_of(frame), frame_locals(thread, frame));
    if (last == nullptr) {
      first = object;
    } else {
      last->back = object;
    }
    last = object;
  }
  return first == nullptr ? Value::none() : Value::object(first);
}

Value frames_of_threads(ThreadState& thread) {
  std::vector<std::pair<std::uint64_t, std::vector<Sighting>>> stacks;
  auto look = [&] {
    for (ThreadState* other : thread.interpreter.threads()) {
      if (other->thread_object.is_unbound() || other->frame == nullptr) continue;
      const runtime::Thread& of = **static_cast<ThreadHandle*>(other->thread_object.as_object())->thread;
      std::vector<Sighting>& stack = stacks.emplace_back(of.ident().value_or(0), std::vector<Sighting>()).second;
      for (Frame* frame = program_frame(*other); frame != nullptr; frame = program_frame_above(frame)) {
        const std::size_t variables = frame->code->code->has(Code::kModule) ? 0 : frame->code->local_names.size();
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
      FrameObject* frame = make_frame(thread, seen->code, seen->instruction, locals_of(thread, *seen));
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
  return Value::object(make_frame(thread, entry->code, entry->instruction, Value::none()));
}

Value frame_attribute(ThreadState& thread, FrameObject* frame, Str* name) {
  const std::string text = name->to_utf8();
  if (text == "f_back") return frame->back == nullptr ? Value::none() : Value::object(frame->back);
  if (text == "f_code") return code_object(thread, frame->code);
  if (text == "f_lineno") return number(span_of(frame->code, frame->instruction).line);
  if (text == "f_lasti") return number(frame->instruction);
  if (text == "f_trace") return Value::none();
  if (text == "f_globals") return Value::object(live_dict(thread, frame->code->module));
  if (text == "f_builtins") return Value::object(namespace_dict(thread, thread.interpreter.builtins));
  if (text == "f_locals") return frame->locals.is_none() ? Value::object(make_dict(thread)) : frame->locals;
  return Value::unbound();
}

}  // namespace threadbook::python
