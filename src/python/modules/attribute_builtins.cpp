// getattr and its siblings.
#include "python/modules/core_builtins.h"

#include "python/vm/attribute_errors.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/frame_object.h"
#include "python/vm/interpreter.h"
#include "python/vm/special_attributes.h"

namespace threadbook::python {

namespace {

using Values = Value*;

Status getattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute(thread, arguments[0], name);
  if (found.kind == AttributeResult::Kind::Value) {
    result = found.value;
    return Status::Ok;
  }
  bool has_default = !arguments[2].is_unbound();
  if (found.kind == AttributeResult::Kind::Missing) {
    if (!has_default) return raise_no_attribute(thread, arguments[0], name);
    result = arguments[2];
    return Status::Ok;
  }
  if (has_default) return Status::Fallback;
  return load_attribute(thread, arguments[0], name, thread.destination, result);
}

Status hasattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "hasattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute(thread, arguments[0], name);
  if (found.kind != AttributeResult::Kind::Value && found.kind != AttributeResult::Kind::Missing)
    return Status::Fallback;
  result = Value::boolean(found.kind == AttributeResult::Kind::Value);
  return Status::Ok;
}

Status setattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "setattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute(thread, arguments[0], name, arguments[2], thread.destination, result);
}

Status delattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "delattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute(thread, arguments[0], name, Value::unbound(), thread.destination, result);
}

Status load_attribute_native(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  return load_attribute(thread, arguments[0], name, thread.destination, result);
}

}  // namespace

Str* attribute_name(ThreadState& thread, Value value, const char* function) {
  Str* name = as_str(value);
  if (name == nullptr) {
    raise(thread, ExceptionType::TypeError,
          std::string_view(function) == "hasattr"
              ? text(function, "(): attribute name must be string")
              : text("attribute name must be string, not '", type_name(thread, value), "'"));
    return nullptr;
  }
  return thread.interpreter.intern(name);
}

std::span<const NativeDef> attribute_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"getattr(object, name, default=..., /)", native<getattr>},
      {"hasattr(object, name, /)", native<hasattr>},
      {"setattr(object, name, value, /)", native<setattr>},
      {"delattr(object, name, /)", native<delattr>},
  };
  return kFunctions;
}

std::span<const NativeDef> attribute_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"load_attribute(object, name, /)", native<load_attribute_native>},
  };
  return kFunctions;
}

}  // namespace threadbook::python
