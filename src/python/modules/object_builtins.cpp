// The methods of `object`.
#include "python/modules/core_builtins.h"

#include "python/objects/object_numbers.h"
#include "python/objects/representation.h"
#include "python/vm/attribute_errors.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

namespace {

using Values = Value*;

// Has `cls` or a base other than object the method?
bool has_own(ThreadState& thread, Class* cls, Str* name) {
  Cell* cell = thread.lookup(cls, name);
  return cell != nullptr && cell != thread.interpreter.cls(BuiltinClass::Object)->names.find(name);
}

Status object_init(ThreadState& thread, Values arguments, Value& result) {
  bool none = static_cast<Tuple*>(arguments[1].as_object())->length == 0 &&
              static_cast<Dict*>(arguments[2].as_object())->used.load() == 0;
  if (!none) {
    Class* cls = class_of(thread, arguments[0]);
    if (has_own(thread, cls, thread.interpreter.names.init)) {
      return raise(thread, ExceptionType::TypeError,
                   "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!has_own(thread, cls, thread.interpreter.names.new_) && cls->instance_kind == Kind::Instance) {
      return raise(thread, ExceptionType::TypeError,
                   text(cls->name->to_utf8(), ".__init__() takes exactly one argument (the instance to initialize)"));
    }
  }
  result = Value::none();
  return Status::Ok;
}

// object.__new__ and, inherited, that of every builtin class.
Status object_new(ThreadState& thread, Values arguments, Value& result) {
  Class* cls = as_class(arguments[0]);
  if (cls == nullptr) {
    return raise(thread, ExceptionType::TypeError,
                 text("object.__new__(X): X is not a type object (", type_name(thread, arguments[0]), ")"));
  }
  auto* positional = static_cast<Tuple*>(arguments[1].as_object());
  auto* keywords = static_cast<Dict*>(arguments[2].as_object());
  if (cls->instance_kind != Kind::Instance) {
    CollectedArguments own(thread, arguments[1], arguments[2]);
    return make_object(thread, cls, own.get(), true, result);
  }
  if (cls->has(Class::kAbstract)) {
    return tail_call(thread, Value::object(library_function(thread, "operation__abstract")),
                     {arguments[0], cls->names.get(thread.interpreter.names.abstract_methods)}, result);
  }
  if (positional->length > 0 || keywords->used.load() > 0) {
    if (has_own(thread, cls, thread.interpreter.names.new_)) {
      return raise(thread, ExceptionType::TypeError,
                   "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (!has_own(thread, cls, thread.interpreter.names.init)) {
      return raise(thread, ExceptionType::TypeError, text(cls->name->to_utf8(), "() takes no arguments"));
    }
  }
  return make_object(thread, cls, {nullptr, 0, nullptr}, true, result);
}

Status object_repr(ThreadState& thread, Values arguments, Value& result) {
  StrBuilder out(thread);
  Status status = default_repr(thread, arguments[0], out);
  if (status == Status::Ok) result = Value::object(out.finish());
  return status;
}

Status object_str(ThreadState& thread, Values arguments, Value& result) {
  StrBuilder out(thread);
  Status status = repr(thread, arguments[0], out);
  if (status == Status::Ok) {
    result = Value::object(out.finish());
    return status;
  }
  if (status != Status::Fallback) return status;
  return call_library(thread, "operation__repr", {arguments[0]}, thread.destination, result);
}

Status object_eq(ThreadState&, Values arguments, Value& result) {
  result = arguments[0] == arguments[1] ? Value::boolean(true) : Value::not_implemented();
  return Status::Ok;
}

// The opposite of what __eq__ says.
Status object_ne(ThreadState& thread, Values arguments, Value& result) {
  Cell* equal = thread.lookup(class_of(thread, arguments[0]), thread.interpreter.names.eq);
  if (equal != nullptr && is_kind(equal->value.load(), Kind::Function)) return Status::Fallback;
  Status status = compare(thread, CompareOp::Eq, arguments[0], arguments[1], result);
  if (status == Status::Ok) result = result.is_true() ? Value::boolean(false) : Value::not_implemented();
  return status;
}

Status not_implemented(ThreadState&, Values, Value& result) {
  result = Value::not_implemented();
  return Status::Ok;
}

Status object_hash(ThreadState& thread, Values arguments, Value& result) {
  result = make_int(thread, static_cast<std::int64_t>(number_of(thread, arguments[0]) >> 4));
  return Status::Ok;
}

Status object_setattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "setattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute_generic(thread, arguments[0], name, arguments[2], thread.destination, result);
}

Status object_delattr(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "delattr");
  if (name == nullptr) return Status::Raised;
  return store_attribute_generic(thread, arguments[0], name, Value::unbound(), thread.destination, result);
}

Status object_getattribute(ThreadState& thread, Values arguments, Value& result) {
  Str* name = attribute_name(thread, arguments[1], "getattr");
  if (name == nullptr) return Status::Raised;
  AttributeResult found = find_attribute_generic(thread, arguments[0], name);
  if (found.kind == AttributeResult::Kind::Value) {
    result = found.value;
    return Status::Ok;
  }
  if (found.kind == AttributeResult::Kind::Getter && !found.value.is_none()) {
    if (found.owner.is_unbound()) return tail_call(thread, found.value, {found.self}, result);
    return tail_call(thread, found.value, {found.self, found.owner}, result);
  }
  if (found.kind == AttributeResult::Kind::Getter) return raise_no_getter(thread, arguments[0], name);
  return raise_no_attribute(thread, arguments[0], name);
}

Status object_format(ThreadState& thread, Values arguments, Value& result) {
  Str* spec = as_str(arguments[1]);
  if (spec != nullptr && spec->length > 0) {
    return raise(thread, ExceptionType::TypeError,
                 text("unsupported format string passed to ", type_name(thread, arguments[0]), ".__format__"));
  }
  StrBuilder out(thread);
  Status status = str_of(thread, arguments[0], out);
  if (status == Status::Ok) result = Value::object(out.finish());
  if (status != Status::Fallback) return status;
  return call_library(thread, "operation__str", {arguments[0]}, thread.destination, result);
}

Status init_subclass(ThreadState& thread, Values arguments, Value& result) {
  auto* keywords = static_cast<Dict*>(arguments[1].as_object());
  if (keywords->used.load() > 0) {
    Class* cls = as_class(arguments[0]);
    return raise(thread, ExceptionType::TypeError,
                 text(cls->qualname->to_utf8(), ".__init_subclass__() takes no keyword arguments"));
  }
  result = Value::none();
  return Status::Ok;
}

}  // namespace

std::span<const NativeDef> object_methods() {
  static constexpr NativeDef kMethods[] = {
      {"__init__(self, *args, **kwargs)", native<object_init>},
      {"__new__(type, *args, **kwargs)", native<object_new>},
      {"__repr__(self, /)", native<object_repr>},
      {"__str__(self, /)", native<object_str>},
      {"__eq__(self, other, /)", native<object_eq>},
      {"__hash__(self, /)", native<object_hash>},
      {"__setattr__(self, name, value, /)", native<object_setattr>},
      {"__delattr__(self, name, /)", native<object_delattr>},
      {"__getattribute__(self, name, /)", native<object_getattribute>},
      {"__format__(self, format_spec, /)", native<object_format>},
      {"__dir__(self, /)", native<object_dir>},
      {"__init_subclass__(cls, **kwargs)", native<init_subclass>},
      {"__subclasshook__(cls, subclass, /)", native<not_implemented>},
      {"__ne__(self, other, /)", native<object_ne>},
      {"__lt__(self, other, /)", native<not_implemented>},
      {"__le__(self, other, /)", native<not_implemented>},
      {"__gt__(self, other, /)", native<not_implemented>},
      {"__ge__(self, other, /)", native<not_implemented>},
  };
  return kMethods;
}

}  // namespace threadbook::python
