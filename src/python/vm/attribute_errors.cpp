#include "python/vm/attribute_errors.h"

#include "python/objects/exception_attributes.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

std::string missing_attribute(ThreadState& thread, Value object, Str* name) {
  const std::string quoted = text("'", name->to_utf8(), "'");
  if (const Class* cls = as_class(object)) {
    return text("type object '", cls->name->to_utf8(), "' has no attribute ", quoted);
  }
  return text("'", type_name(thread, object), "' object has no attribute ", quoted);
}

std::string missing_in_module(const Module& module, Str* name) {
  const bool partial = module.initializing.load(std::memory_order_acquire);
  return text(partial ? "partially initialized module '" : "module '", module.name->to_utf8(), "' has no attribute '",
              name->to_utf8(), "'", partial ? " (most likely due to a circular import)" : "");
}

// The function called is builtin getattr, or what library code has for it.
bool is_getattr(Value function) {
  if (!is_kind(function, Kind::NativeFunction)) return false;
  const auto* native = static_cast<const NativeFunction*>(function.as_object());
  if (native->owner != nullptr) return false;
  const std::string name = native->signature->name->to_utf8();
  return name == "getattr" || name == "load_attribute";
}

}  // namespace

std::uint16_t getattr_arguments(const Value* registers, const Instruction& call) {
  if ((call.op != Op::Call && call.op != Op::CallMethod) || call.b < 2 || !is_getattr(registers[call.a])) return 0;
  return static_cast<std::uint16_t>(call.a + (call.op == Op::Call ? 1 : 2));
}

Status raise_no_attribute(ThreadState& thread, Value object, Str* name) {
  if (is_kind(object, Kind::Cell) && name == thread.interpreter.intern("cell_contents")) {
    return raise(thread, ExceptionType::ValueError, "Cell is empty");
  }
  const std::string message = is_kind(object, Kind::Module)
                                  ? missing_in_module(*static_cast<Module*>(object.as_object()), name)
                                  : missing_attribute(thread, object, name);
  return raise_attribute_error(thread, message, object, name);
}

Status raise_no_attribute_unnamed(ThreadState& thread, Value object, Str* name) {
  return raise(thread, ExceptionType::AttributeError, missing_attribute(thread, object, name));
}

Status raise_no_getter(ThreadState& thread, Value object, Str* name) {
  return raise(thread, ExceptionType::AttributeError,
               text("property '", name->to_utf8(), "' of '", type_name(thread, object), "' object has no getter"));
}

void name_attribute(ThreadState& thread, Value object, Str* name) {
  Interpreter& interpreter = thread.interpreter;
  auto* exception = static_cast<Exception*>(thread.exception.as_object());
  if (!matches(exception, interpreter.cls(ExceptionType::AttributeError))) return;
  for (const Value known : {own_attribute(thread, exception, interpreter.intern("name")),
                            own_attribute(thread, exception, interpreter.intern("obj"))}) {
    if (!known.is_unbound()) return;
  }
  try {
    set_own_attribute(thread, exception, interpreter.intern("name"), Value::object(name));
    set_own_attribute(thread, exception, interpreter.intern("obj"), object);
  } catch (const HeapExhausted&) {  // then nobody learns what was meant
  }
}

void name_awaited_attribute(ThreadState& thread, const Frame& caller) {
  const LinkedCode& code = *caller.code;
  const Instruction& waiting = code.original(code.instructions + instruction_of(&caller));
  const Value* const R = caller.registers;
  switch (waiting.op) {
    case Op::LoadAttr: return name_attribute(thread, R[waiting.b], code.cache_names[waiting.c]);
    case Op::LoadMethod: {
      // What calls a method asks a getter past the place where CPython looks, unless there is a __getattr__.
      const Value object = R[waiting.b];
      const bool hooked = class_of(thread, object)->has(Class::kHasGetattr) || is_kind(object, Kind::Module);
      if (hooked) name_attribute(thread, object, code.cache_names[waiting.c]);
      return;
    }
    case Op::Call:
    case Op::CallMethod: {
      const std::uint16_t first = getattr_arguments(R, waiting);
      Str* const name = first == 0 ? nullptr : as_str(R[first + 1]);
      if (name != nullptr) name_attribute(thread, R[first], thread.interpreter.intern(name));
      return;
    }
    default: return;
  }
}

}  // namespace threadbook::python
