#include "explore/stepping/step_words.h"

#include <algorithm>

#include "explore/executor/primitives.h"
#include "python/compiler/opcodes.h"
#include "python/objects/brief.h"
#include "python/objects/handle.h"
#include "python/objects/instance.h"
#include "python/vm/naming.h"

namespace threadbook::explore {

using python::HandleKind;
using python::Kind;
using python::Manner;
using python::Object;
using python::Op;
using python::ThreadState;
using python::Value;

namespace {

HandleKind handle_kind(const Object* object) { return static_cast<HandleKind>(object->flags); }

bool is_thread(const Object* object) {
  return object->kind == Kind::Handle && handle_kind(object) == HandleKind::Thread;
}

bool is_container(const Object* object) {
  switch (object->kind) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Deque:
    case Kind::Iterator:
    case Kind::Generator: return true;
    default: return false;
  }
}

// The instruction that a thread is at, or stands before.
python::Instruction instruction_of(const ThreadState& thread, bool is_at_it) {
  const python::Frame& frame = *thread.frame;
  return frame.code->original(frame.pc - (is_at_it ? 1 : 0));
}

// The function of the library by which the program does what it does: "wait" of a condition. Empty if it does that
// without.
std::string library_call(const ThreadState& thread) {
  std::string name;
  for (const python::Frame* frame = thread.frame; frame != nullptr && frame->code->is_library; frame = frame->caller) {
    name = frame->code->code->name;
  }
  return name;
}

std::string_view kind_words(const Object* object) {
  switch (handle_kind(object)) {
    case HandleKind::Lock:
    case HandleKind::RLock: return "a lock";
    case HandleKind::Semaphore: return "a semaphore";
    case HandleKind::Event: return "an event";
    case HandleKind::Barrier: return "a barrier";
    default: return "a condition";
  }
}

// What the instruction is about to write; unbound if that cannot be told.
Value written(const ThreadState& thread, const python::Instruction& in) {
  const Value* registers = thread.frame->registers;
  switch (in.op) {
    case Op::StoreGlobal: return registers[in.a];
    case Op::StoreCell:
    case Op::StoreAttr: return registers[in.b];
    case Op::StoreItem: return registers[in.c];
    default: return {};
  }
}

}  // namespace

std::string letter_of(ThreadNumber thread) {
  if (thread == 0) return "M";
  return thread <= 26 ? std::string(1, static_cast<char>('A' + thread - 1)) : "T" + std::to_string(thread);
}

void StepWords::begin() {
  threads_.clear();
  for (Thing& thing : things_) {
    thing.holder = 0;
    if (!thing.lasts) thing.at = nullptr;
  }
}

bool StepWords::is_internal(ThreadState& by, const Touched& touched) {
  const Object* object = touched.of;
  if (object == nullptr) return false;
  // The program's end waits for all threads: once they have ended there is nothing to be chosen.
  if (is_thread(object)) return touched.part == python::kOthersEnd && touched.manner == Manner::Reads;
  if (touched.is_primitive || touched.place.line != 0) return false;
  if (is_container(object)) return python::find_name(by, object).name.empty();
  if (object->kind != Kind::Instance) return true;
  const python::Class* cls = python::class_of(by, Value::object(const_cast<Object*>(object)));
  const python::Str* module = python::as_str(cls->names.get(interpreter_.names.module));
  return module == nullptr || module->to_utf8() != "__main__";
}

std::uint32_t StepWords::thing_of(ThreadState& by, const Touched& touched) {
  if (touched.of == nullptr || is_thread(touched.of)) return kNone;
  auto* const object = const_cast<Object*>(touched.of);
  const bool is_attribute = object->kind != Kind::Cell && object->kind != Kind::Handle && !is_container(object);
  if (is_attribute && touched.place.name == nullptr) return kNone;
  const std::uint64_t part = is_attribute ? touched.part : python::kWhole;
  const std::uint64_t key = touched.object * 0x9E37'79B9'7F4A'7C15u ^ part;
  if (const auto known = numbers_.find(key); known != numbers_.end()) {
    if (known->second != kNone) things_[known->second].at = object;
    return known->second;
  }
  if (is_internal(by, touched)) return numbers_[key] = kNone;
  Thing thing;
  thing.name = name_for(by, touched);
  thing.at = object;
  thing.attribute = is_attribute ? touched.place.name : nullptr;
  thing.lasts = was_there_before(object, touched.object);
  things_.push_back(std::move(thing));
  return numbers_[key] = static_cast<std::uint32_t>(things_.size() - 1);
}

std::string StepWords::name_for(ThreadState& by, const Touched& touched) {
  const Object* object = touched.of;
  if (object->kind == Kind::Cell) return touched.place.name != nullptr ? touched.place.name->to_utf8() : "a variable";
  if (object->kind == Kind::Class) {
    const auto* cls = static_cast<const python::Class*>(object);
    return cls->name->to_utf8() + "." + touched.place.name->to_utf8();
  }
  std::string name = python::find_name(by, object).name;
  if (object->kind == Kind::Handle || is_container(object)) {
    if (name.empty()) name = object->kind == Kind::Handle ? kind_words(object) : "a container";
    return name;
  }
  if (name.empty()) {
    const Value value = Value::object(const_cast<Object*>(object));
    name = python::class_of(by, value)->name->to_utf8();
  }
  return name + "." + touched.place.name->to_utf8();
}

std::string StepWords::value_of(std::uint32_t number) {
  const Thing& thing = things_[number];
  Object* const object = thing.at;
  if (object == nullptr) return "";
  python::RealmThread& looker = *interpreter_.threads().front();
  if (thing.attribute != nullptr) {
    Value value;
    if (object->kind == Kind::Class) {
      const python::Cell* cell = static_cast<python::Class*>(object)->names.find(thing.attribute);
      if (cell != nullptr) value = cell->value.load();
    } else {
      value = python::own_attribute(looker, object, const_cast<python::Str*>(thing.attribute));
    }
    return value.is_unbound() ? "" : python::brief(looker, value);
  }
  if (object->kind == Kind::Cell) {
    const Value value = static_cast<python::Cell*>(object)->value.load();
    return value.is_unbound() ? "" : python::brief(looker, value);
  }
  if (object->kind != Kind::Handle) return python::brief(looker, Value::object(object));
  switch (handle_kind(object)) {
    case HandleKind::Lock:
    case HandleKind::RLock: return is_ready_now(object) ? "free" : "held by " + letter_of(thing.holder);
    case HandleKind::Semaphore:
      return std::to_string(static_cast<python::SemaphoreObject*>(object)->impl.value()) + " left";
    case HandleKind::Event: return is_ready_now(object) ? "set" : "not set";
    case HandleKind::Notifier:
      return std::to_string(static_cast<python::NotifierObject*>(object)->impl.waiting()) + " wait";
    case HandleKind::Barrier:
      return std::to_string(static_cast<python::BarrierObject*>(object)->impl.n_waiting()) + " wait";
    default: return "";
  }
}

void StepWords::touched_by(ThreadNumber thread, std::uint32_t number) {
  Thing& thing = things_[number];
  // Whoever touches it while it is free is the next to have it.
  if (thing.at->kind == Kind::Handle && is_ready_now(thing.at)) thing.holder = thread;
}

std::string StepWords::words_of_primitive(ThreadState& by, const Touched& touched) {
  const Object* object = touched.of;
  const HandleKind kind = handle_kind(object);
  const python::WaitRequest& wait = by.wait;
  if (kind == HandleKind::Thread) {
    if (touched.part != python::kWhole) {  // of all threads: what begins and ends says so in words of its own
      if (touched.manner != Manner::Reads) return "";
      return touched.part == python::kOthersEnd ? "waits for the others to end" : "asks who is alive";
    }
    const auto known = std::find(threads_.begin(), threads_.end(), object);
    const std::string who =
        known == threads_.end() ? "a thread" : letter_of(static_cast<ThreadNumber>(known - threads_.begin()));
    if (touched.manner != Manner::Reads) return "ends";
    return (wait.operation == python::Touch::None ? "joins " : "asks about ") + who;
  }
  const std::uint32_t thing = thing_of(by, touched);
  const std::string& name = things_[thing].name;
  const std::string call = library_call(by);
  const bool waits = wait.operation == python::Touch::None;
  if (call == "__enter__" || (call.empty() && waits && (kind == HandleKind::Lock || kind == HandleKind::RLock)) ||
      call == "acquire") {
    if (!waits || touched.was_ready || wait.deadline.is_never()) return "takes " + name;
    return "stops waiting for " + name;
  }
  if (call == "__exit__" || call == "release" || (call.empty() && touched.manner != Manner::Reads))
    return "gives back " + name;
  return name + "." + (call.empty() ? "locked" : call) + "()";
}

std::string StepWords::words_of(ThreadState& by, const Touched& touched, bool is_at_it) {
  const Object* object = touched.of;
  if (object == nullptr) return touched.manner == Manner::Reads ? "" : "prints";
  if (touched.is_primitive) return words_of_primitive(by, touched);
  const std::uint32_t thing = thing_of(by, touched);
  if (thing == kNone) return "";
  std::string name = things_[thing].name;
  const python::Instruction in = instruction_of(by, is_at_it);
  const bool is_item = in.op == Op::LoadItem || in.op == Op::StoreItem;
  if (is_item && is_container(object)) {
    const Value key = by.frame->registers[in.op == Op::LoadItem ? in.c : in.b];
    name += "[" + python::brief(by, key) + "]";
  }
  if (touched.manner == Manner::Reads) {
    if (touched.part == python::kSize) return "asks len(" + name + ")";
    if (is_item) return "reads " + name;
    const std::string value = value_of(thing);
    return value.empty() ? "" : "reads " + name + ": " + value;
  }
  const Value value = written(by, in);
  if (value.is_unbound()) return "changes " + name;
  return "writes " + name + " \u2190 " + python::brief(by, value);
}

}  // namespace threadbook::explore
