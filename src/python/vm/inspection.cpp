#include "python/vm/inspection.h"

#include <unordered_map>

#include "python/objects/brief.h"
#include "python/objects/handle.h"
#include "python/objects/operations.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "python/vm/world.h"

namespace threadbook::python {
namespace {

constexpr std::size_t kMostThreads = 64, kMostFrames = 32, kMostVariables = 64;

// Is it one of the program's things to look at, rather than what it is made of?
bool is_data(Value value) {
  if (!value.is_object()) return true;
  switch (value.as_object()->kind) {
    case Kind::Module:
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Class: return false;
    default: return true;
  }
}

bool is_special(std::string_view name) { return name.starts_with("__") && name.ends_with("__"); }

// What the program calls objects that have more names than one: a lock that was given to a function.
using Names = std::unordered_map<const Object*, std::string>;

Names names_of(const Interpreter& interpreter) {
  Names names;
  if (interpreter.main == nullptr) return names;
  for (const auto& [name, value] : interpreter.main->names->items()) {
    if (is_kind(value, Kind::Handle) || is_kind(value, Kind::Instance))
      names.emplace(value.as_object(), name->to_utf8());
  }
  return names;
}

std::string told(ThreadState& looker, const Names& names, const std::string& own_name, Value value) {
  std::string text = brief(looker, value);
  if (!value.is_object()) return text;
  const auto known = names.find(value.as_object());
  return known == names.end() || known->second == own_name ? text : known->second + ": " + text;
}

InspectedFrame picture_of(ThreadState& looker, const Names& names, const Frame& frame) {
  const Code& code = *frame.code->code;
  InspectedFrame picture{code.qualname, span_of(frame.code, instruction_of(&frame)).line, {}};
  if (code.has(Code::kModule)) {
    picture.function = "<module>";
    return picture;
  }
  const auto add = [&](const std::string& name, std::size_t reg) {
    if (reg >= code.registers || picture.variables.size() == kMostVariables || name.starts_with(".")) return;
    Value value = frame.registers[reg];
    if (is_kind(value, Kind::Cell)) value = static_cast<Cell*>(value.as_object())->value.load();
    if (!value.is_unbound()) picture.variables.push_back({name, told(looker, names, name, value)});
  };
  for (std::size_t i = 0; i < code.local_names.size(); ++i) add(code.local_names[i], i);
  for (std::size_t i = 0; i < code.free_names.size(); ++i) add(code.free_names[i], code.first_free + i);
  return picture;
}

InspectedThread picture_of(ThreadState& looker, const Names& names, ThreadState& thread, std::uint64_t serial) {
  InspectedThread picture{serial, {}};
  for (Frame* frame = program_frame(thread); frame != nullptr; frame = program_frame_above(frame)) {
    if (picture.frames.size() == kMostFrames) break;
    picture.frames.push_back(picture_of(looker, names, *frame));
  }
  return picture;
}

}  // namespace

Inspection inspect(Interpreter& interpreter) {
  Inspection picture;
  ThreadState looker(interpreter);
  const auto look = [&] {
    const Names names = names_of(interpreter);
    for (ThreadState* thread : interpreter.threads()) {
      if (thread->thread_object.is_unbound() || thread->frame == nullptr) continue;
      if (picture.threads.size() == kMostThreads) break;
      const ThreadHandle& handle = *static_cast<ThreadHandle*>(thread->thread_object.as_object());
      picture.threads.push_back(picture_of(looker, names, *thread, (*handle.thread)->serial()));
    }
    if (interpreter.main == nullptr) return;
    for (const auto& [name, value] : interpreter.main->names->items()) {
      const std::string text = name->to_utf8();
      if (is_special(text) || !is_data(value) || picture.globals.size() == kMostVariables) continue;
      picture.globals.push_back({text, brief(looker, value)});
    }
  };
  while (!interpreter.world->stop_and(look)) {
  }
  return picture;
}

}  // namespace threadbook::python
